import { Injectable } from '@nestjs/common';
import { compareTexts } from '@mufakat/collab';
import {
  DomainError,
  enforce,
  GoalContent,
  proposalGaps,
  proposeRefusal,
  withdrawProposalRefusal,
  type Goal,
  type GoalId,
  type OutputOf,
  type ParsedOf,
  type proposeGoal,
  type Comparable,
  type readDifference,
  type readDraft,
  type readRevision,
  type Revision,
  type RevisionId,
  type TextNode,
  type withdrawProposal,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DocumentTexts } from '../../platform/rooms/document-texts.js';
import { canonicalContent, contentHash, contentOf } from './goal-content.js';
import { GoalService } from './goal.service.js';
import { GoalStore, type Fence, type HeldGoal } from './goal.store.js';
import { goalView } from './goal.view.js';
import { RevisionEntity } from './revision.entity.js';
import { RevisionStore } from './revision.store.js';

type Side = OutputOf<typeof readDraft>;
type Difference = OutputOf<typeof readDifference>;

/** Puts drafts on the table: what is proposed is frozen, and stays readable for ever. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly revisions: RevisionStore,
    private readonly goal: GoalService,
    private readonly texts: DocumentTexts,
    private readonly clock: Clock,
  ) {}

  propose(seat: Seat, input: ParsedOf<typeof proposeGoal>): Promise<Goal> {
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const repeated = await this.repeated(tx, input);
        if (repeated) return repeated;

        const held = await this.goal.hold(tx, input.goalId, input.version);
        enforce(proposeRefusal(seat, goalView(held)));
        const revision = await this.freeze(tx, held, input);
        await this.setAside(tx, held, 'replaced');
        await this.revisions.add(tx, revision);
        held.goal.proposedId = revision.id;
        if (held.goal.state === 'draft') held.goal.state = 'proposed';
        return this.goal.keep(tx, 'goal.proposed', held);
      }),
    );
  }

  withdraw(seat: Seat, input: ParsedOf<typeof withdrawProposal>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.goal.hold(tx, input.goalId, input.version);
      await this.revisions.get(tx, input.goalId, input.revisionId);
      enforce(withdrawProposalRefusal(seat, goalView(held)));
      if (held.goal.proposedId !== input.revisionId) throw new DomainError('revision.replaced');
      await this.setAside(tx, held, 'withdrawn');
      return this.goal.keep(tx, 'goal.proposal-withdrawn', held);
    });
  }

  list(seat: Seat, goalId: GoalId): Promise<Revision[]> {
    return this.work.read(seat, async (tx) => {
      await this.goals.get(tx, goalId);
      return this.revisions.list(tx, goalId);
    });
  }

  read(seat: Seat, goalId: GoalId, id: RevisionId): Promise<OutputOf<typeof readRevision>> {
    return this.work.read(seat, async (tx) => {
      const revision = (await this.revisions.list(tx, goalId)).find((one) => one.id === id);
      if (!revision) throw new DomainError('not-found');
      return { revision, content: GoalContent.parse(await this.contentOf(tx, revision)) };
    });
  }

  draft(seat: Seat, goalId: GoalId): Promise<Side> {
    return this.work.read(seat, async (tx) => this.draftOf(tx, await this.goals.get(tx, goalId)));
  }

  difference(seat: Seat, { goalId, from, to }: ParsedOf<typeof readDifference>): Promise<Difference> {
    return this.work.read(seat, async (tx) => {
      const held = await this.goals.get(tx, goalId);
      const revisions = await this.revisions.list(tx, goalId);
      const side = async (number: number): Promise<Side> => {
        const revision = revisions.find((one) => one.number === number);
        if (!revision) throw new DomainError('not-found');
        return { revision, hash: revision.hash, content: await this.contentOf(tx, revision) };
      };
      const before = from === undefined ? null : await side(from);
      const after = to === undefined ? await this.draftOf(tx, held) : await side(to);
      const text = after.content.text as TextNode;
      return { before, after, text: before ? compareTexts(before.content.text as TextNode, text).content : text };
    });
  }

  private async draftOf(tx: Tx, held: HeldGoal): Promise<Side> {
    const { json } = await this.texts.read(tx.db, held.goal.documentId);
    const content = contentOf(held, json);
    return { revision: null, hash: contentHash(canonicalContent(content)), content };
  }

  private async contentOf(tx: Tx, { id, goalId }: Revision): Promise<Comparable> {
    const { content } = await this.revisions.get(tx, goalId, id);
    return JSON.parse(content) as Comparable;
  }

  /** Takes what lies on the table off it. A goal without an agreement is a draft again. */
  async setAside(tx: Fence, { goal }: HeldGoal, outcome: 'withdrawn' | 'replaced' | 'void'): Promise<void> {
    if (!goal.proposedId) return;
    await this.revisions.close(tx, goal, goal.proposedId, { outcome, at: this.clock.now() });
    goal.proposedId = null;
    if (goal.state === 'proposed') goal.state = 'draft';
  }

  /** Proposing twice under one id is proposing once. */
  private async repeated(tx: Tx, { id, goalId }: ParsedOf<typeof proposeGoal>): Promise<Goal | null> {
    const made = await this.revisions.find(tx, id);
    if (!made) return null;
    if (made.goalId !== goalId || made.proposedBy !== tx.seat.id) throw new DomainError('id.taken');
    return goalView(await this.goals.get(tx, goalId));
  }

  private async freeze(tx: Tx, held: HeldGoal, input: ParsedOf<typeof proposeGoal>): Promise<RevisionEntity> {
    const { goal } = held;
    const signers = await this.revisions.signersNow(tx, goal.partnershipId);
    const gaps = proposalGaps(goalView(held), signers);
    if (gaps.length > 0 || signers.length === 0) throw new DomainError('goal.incomplete', { gaps });

    const { sequence, json } = await this.texts.read(tx.db, goal.documentId);
    const content = canonicalContent(contentOf(held, json));
    const hash = contentHash(content);
    const { inForce, proposed } = held.agreement;
    if (hash === (proposed ?? inForce)?.hash) throw new DomainError('goal.unchanged');
    return Object.assign(new RevisionEntity(), {
      id: input.id,
      goalId: goal.id,
      spaceId: goal.spaceId,
      number: (await this.revisions.lastNumber(tx, goal.id)) + 1,
      content,
      hash,
      summary: input.summary,
      textSequence: String(sequence),
      proposedBy: tx.seat.id,
      proposedAt: this.clock.now(),
      signers,
    });
  }
}
