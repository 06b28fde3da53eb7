import { Module } from '@nestjs/common';
import { AgreementController } from './agreement.controller.js';
import { GoalTimes } from './goal-times.js';
import { CheckInController } from './check-in.controller.js';
import { CheckInService } from './check-in.service.js';
import { CheckInStore } from './check-in.store.js';
import { DraftComparison } from './draft-comparison.js';
import { GoalController } from './goal.controller.js';
import { GoalDrafting } from './goal-drafting.js';
import { GoalDoor } from './goal.door.js';
import { GoalService } from './goal.service.js';
import { GoalStore } from './goal.store.js';
import { ObligationService } from './obligation.service.js';
import { ProposalReactions } from './proposal-reactions.js';
import { ProposalService } from './proposal.service.js';
import { RevisionStore } from './revision.store.js';
import { SignOffService } from './sign-off.service.js';
import { TargetService } from './target.service.js';

@Module({
  controllers: [GoalController, AgreementController, CheckInController],
  providers: [
    GoalService,
    GoalDrafting,
    TargetService,
    ObligationService,
    ProposalService,
    SignOffService,
    CheckInService,
    DraftComparison,
    ProposalReactions,
    GoalTimes,
    GoalStore,
    RevisionStore,
    CheckInStore,
    GoalDoor,
  ],
  exports: [
    GoalService,
    GoalDrafting,
    TargetService,
    ObligationService,
    ProposalService,
    SignOffService,
    CheckInService,
  ],
})
export class GoalModule {}
