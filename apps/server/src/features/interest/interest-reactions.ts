import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JournalRelay } from '../../platform/journal/journal-relay.js';
import { JournalWriter } from '../../platform/journal/journal-writer.js';
import { Clock } from '../../platform/outside/clock.js';
import { InterestStore } from './interest.store.js';
import { openedView, roundView } from './interest.view.js';

/**
 * Opens what the firms said once nothing more is taken. No seat sees the answers of all firms, so the product does it,
 * and writes values and salts down in one entry.
 */
@Injectable()
export class InterestReactions implements OnModuleInit {
  constructor(
    private readonly relay: JournalRelay,
    private readonly journal: JournalWriter,
    private readonly interests: InterestStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.relay.react(async (entry, db) => {
      if (entry.name !== 'interest.answered' && entry.name !== 'interest.closed') return;
      const { spaceId } = entry;
      const fence = { db, spaces: [spaceId] };
      const round = await this.interests.lock(fence, entry.data.id);
      if (round.state !== 'closed') return;
      const answers = await this.interests.answersTo(db, round.id);
      round.answers = round.sealed.flatMap(({ partnerId }) =>
        answers.filter((answer) => answer.partnerId === partnerId).map(openedView),
      );
      Object.assign(round, { state: 'opened', openedAt: this.clock.now() });
      await this.interests.save(fence, round);
      await this.journal.append(db, [{ spaceId, name: 'interest.opened', data: roundView(round), by: null }]);
      this.relay.wake(spaceId);
    });
  }
}
