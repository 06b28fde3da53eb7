import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { DocumentId, GoalId, SpaceId } from '@mufakat/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DocumentTexts } from '../../platform/rooms/document-texts.js';
import { canonicalContent, contentHash, contentOf } from './goal-content.js';
import { GoalStore, type Fence, type HeldGoal } from './goal.store.js';
import { goalView } from './goal.view.js';

/** Keeps saying whether a live draft still says what the firms agreed on, or were asked to. */
@Injectable()
export class DraftComparison implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly texts: DocumentTexts,
  ) {}

  onModuleInit(): void {
    this.texts.onChange((documentId) => this.lookAt(documentId));
  }

  /** What was written just before the server stopped has not been looked at. */
  async onApplicationBootstrap(): Promise<void> {
    await this.lookAt(null);
  }

  /** Compares a goal that is held for a change; a draft that nobody was asked to sign has nothing to be compared with. */
  async renew(tx: Fence, held: HeldGoal): Promise<void> {
    const { goal } = held;
    if (!goal.inForceId && !goal.proposedId) {
      [goal.isChanged, goal.isAhead] = [false, false];
      return;
    }
    const { sequence, json } = await this.texts.read(tx.db, goal.documentId);
    const hash = contentHash(canonicalContent(contentOf(held, json)));
    const { inForce, proposed } = await this.goals.agreementOf(tx, goal);
    goal.isChanged = inForce !== null && inForce.hash !== hash;
    goal.isAhead = proposed?.kind === 'content' && proposed.hash !== hash;
    goal.comparedTo = String(sequence);
  }

  /** Looks at the goals whose text has grown since the last comparison: those with this text, or all. */
  private async lookAt(documentId: DocumentId | null): Promise<void> {
    const grown = await this.work.asSystem((db) => this.goals.uncompared(db, documentId));
    for (const goal of grown) await this.compare(goal);
  }

  private async compare({ id, spaceId }: { id: GoalId; spaceId: SpaceId }): Promise<void> {
    await this.work.asSystem(async (db, record) => {
      const fence = { db, spaces: [spaceId] };
      const held = await this.goals.lock(fence, id);
      const { isChanged, isAhead } = held.goal;
      await this.renew(fence, held);
      if (held.goal.isChanged === isChanged && held.goal.isAhead === isAhead)
        return this.goals.keepComparison(fence, held.goal);
      await this.goals.save(fence, held);
      record({ spaceId, name: 'goal.draft-differs', data: goalView(held), by: null });
    });
  }
}
