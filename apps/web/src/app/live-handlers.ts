import { charterLive } from '@/features/partnership/charter.queries';
import { invitationLive } from '@/features/partnership/partnership.queries';
import { meetingLive } from '@/features/meeting/meeting.queries';
import { taskLive } from '@/features/task/task.queries';
import { accountabilityLive } from '@/features/accountability/accountability.queries';
import { historyLive } from '@/features/history/history.queries';
import { notificationLive } from '@/features/notification/notification.queries';
import { proofLive } from '@/features/proof/proof-live';
import { todayLive } from '@/features/today/today.queries';
import { versionLive } from '@/features/version/version-live';
import { joinLive } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';
import { goalLive } from '@/features/goal/goal.queries';
import { interestLive } from '@/features/interest/interest.queries';
import { directoryLive } from '@/lib/directory-live';

/** What each feature does when something happens. A feature adds its handlers here; several may take the same entry. */
export const liveHandlers: LiveHandlers = joinLive(
  directoryLive,
  invitationLive,
  charterLive,
  goalLive,
  interestLive,
  meetingLive,
  versionLive,
  taskLive,
  todayLive,
  accountabilityLive,
  historyLive,
  proofLive,
  notificationLive,
);
