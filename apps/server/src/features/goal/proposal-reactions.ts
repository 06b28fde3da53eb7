import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JournalRelay } from '../../platform/journal/journal-relay.js';
import { JournalWriter } from '../../platform/journal/journal-writer.js';
import { DraftComparison } from './draft-comparison.js';
import { GoalStore } from './goal.store.js';
import { goalView } from './goal.view.js';
import { ProposalService } from './proposal.service.js';

/**
 * An agreement is only ever completed by a signature: when a firm that must sign leaves or is suspended, the proposal
 * is void and has to be made anew, to those who are still there.
 */
@Injectable()
export class ProposalReactions implements OnModuleInit {
  constructor(
    private readonly relay: JournalRelay,
    private readonly journal: JournalWriter,
    private readonly goals: GoalStore,
    private readonly proposals: ProposalService,
    private readonly comparison: DraftComparison,
  ) {}

  onModuleInit(): void {
    this.relay.react(async (entry, db) => {
      if (entry.name !== 'partner.changed' || !(entry.data.leftAt || entry.data.isSuspended)) return;
      const { spaceId } = entry;
      const fence = { db, spaces: [spaceId] };
      for (const id of await this.goals.proposedTo(fence, entry.data.id)) {
        const held = await this.goals.lock(fence, id);
        await this.proposals.setAside(fence, held, 'void');
        await this.comparison.renew(fence, held);
        await this.goals.save(fence, held);
        await this.journal.append(db, [{ spaceId, name: 'goal.proposal-void', data: goalView(held), by: null }]);
        this.relay.wake(spaceId);
      }
    });
  }
}
