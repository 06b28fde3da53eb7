import { CheckInEntity } from './features/goal/check-in.entity.js';
import { GoalEntity } from './features/goal/goal.entity.js';
import { ObligationEntity } from './features/goal/obligation.entity.js';
import { RevisionEntity } from './features/goal/revision.entity.js';
import { SignOffEntity } from './features/goal/sign-off.entity.js';
import { TargetEntity } from './features/goal/target.entity.js';
import { InterestAnswerEntity } from './features/interest/interest-answer.entity.js';
import { InterestRoundEntity } from './features/interest/interest-round.entity.js';
import { AgendaItemEntity } from './features/meeting/agenda-item.entity.js';
import { AttendanceEntity } from './features/meeting/attendance.entity.js';
import { MeetingEntity } from './features/meeting/meeting.entity.js';
import { TaskEntity } from './features/task/task.entity.js';
import type { Schema } from './platform/database/open-database.js';
import { CreatePeople1795400000000 } from './platform/database/migrations/1795400000000-create-people.js';
import { CreatePartnership1795400100000 } from './platform/database/migrations/1795400100000-create-partnership.js';
import { CreateJournal1795400200000 } from './platform/database/migrations/1795400200000-create-journal.js';
import { CreateDocument1795400300000 } from './platform/database/migrations/1795400300000-create-document.js';
import { CreateGoal1795400400000 } from './platform/database/migrations/1795400400000-create-goal.js';
import { CreateMeeting1795400500000 } from './platform/database/migrations/1795400500000-create-meeting.js';
import { CreateTask1795400600000 } from './platform/database/migrations/1795400600000-create-task.js';
import { CreateNotification1795400700000 } from './platform/database/migrations/1795400700000-create-notification.js';
import { CreateTextVersion1795400800000 } from './platform/database/migrations/1795400800000-create-text-version.js';
import { CreateAgreement1795401000000 } from './platform/database/migrations/1795401000000-create-agreement.js';
import { CreateCharter1795401300000 } from './platform/database/migrations/1795401300000-create-charter.js';
import { CreateReceipt1795401500000 } from './platform/database/migrations/1795401500000-create-receipt.js';
import { CreateInterest1795401600000 } from './platform/database/migrations/1795401600000-create-interest.js';

/** The database as this program knows it: the tables it maps, and how it comes to have them. */
export const schema: Schema = {
  entities: [
    GoalEntity,
    CheckInEntity,
    TargetEntity,
    ObligationEntity,
    RevisionEntity,
    SignOffEntity,
    InterestRoundEntity,
    InterestAnswerEntity,
    MeetingEntity,
    AgendaItemEntity,
    AttendanceEntity,
    TaskEntity,
  ],
  migrations: [
    CreatePeople1795400000000,
    CreatePartnership1795400100000,
    CreateJournal1795400200000,
    CreateDocument1795400300000,
    CreateGoal1795400400000,
    CreateMeeting1795400500000,
    CreateTask1795400600000,
    CreateNotification1795400700000,
    CreateTextVersion1795400800000,
    CreateAgreement1795401000000,
    CreateCharter1795401300000,
    CreateReceipt1795401500000,
    CreateInterest1795401600000,
  ],
};
