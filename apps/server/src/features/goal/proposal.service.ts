import { Injectable } from '@nestjs/common';
import { compareTexts } from '@mufakat/collab';
import {
  DomainError,
  enforce,
  endingRefusal,
  proposalGaps,
  proposeRefusal,
  RevisionText,
  withdrawProposalRefusal,
  type Goal,
  type GoalId,
  type OutputOf,
  type ParsedOf,
  type proposeEnding,
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
import { fullPartners } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DocumentTexts } from '../../platform/rooms/document-texts.js';
import { canonicalContent, contentHash, contentOf, endingOf } from './goal-content.js';
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
        const frozen = await this.freeze(tx, held);
        await this.putOnTable(tx, held, { ...input, kind: 'content', ...frozen });
        if (held.goal.state === 'draft') held.goal.state = 'proposed';
        return this.goal.keep(tx, 'goal.proposed', held);
      }),
    );
  }

  proposeEnding(seat: Seat, input: ParsedOf<typeof proposeEnding>): Promise<Goal> {
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const repeated = await this.repeated(tx, input);
        if (repeated) return repeated;

        const held = await this.goal.hold(tx, input.goalId, input.version);
        enforce(endingRefusal(seat, goalView(held)));
        const content = canonicalContent(endingOf(held, input));
        await this.putOnTable(tx, held, { ...input, kind: 'ending', summary: '', content, textSequence: null });
        return this.goal.keep(tx, 'goal.ending-proposed', held);
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
      return { revision, content: RevisionText.shape.content.parse(await this.contentOf(tx, revision)) };
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
        const revision = revisions.find((one) => one.number === number && one.kind === 'content');
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
  private async repeated(tx: Tx, { id, goalId }: { id: RevisionId; goalId: GoalId }): Promise<Goal | null> {
    const made = await this.revisions.find(tx, id);
    if (!made) return null;
    if (made.goalId !== goalId || made.proposedBy !== tx.seat.id) throw new DomainError('id.taken');
    return goalView(await this.goals.get(tx, goalId));
  }

  /** The draft as it is signed from now on, if it lacks nothing and says something new. */
  private async freeze(tx: Tx, held: HeldGoal): Promise<Pick<Frozen, 'content' | 'textSequence'>> {
    const signers = await fullPartners(tx);
    const gaps = proposalGaps(goalView(held), signers);
    if (gaps.length > 0) throw new DomainError('goal.incomplete', { gaps });

    const { sequence, json } = await this.texts.read(tx.db, held.goal.documentId);
    const content = canonicalContent(contentOf(held, json));
    const { inForce, proposed } = held.agreement;
    if (contentHash(content) === (proposed ?? inForce)?.hash) throw new DomainError('goal.unchanged');
    return { content, textSequence: String(sequence) };
  }

  /** From here on this is what the firms are asked; what lay there before is put aside. */
  private async putOnTable(
    tx: Tx,
    held: HeldGoal,
    { id, kind, content, summary, textSequence }: Frozen,
  ): Promise<void> {
    const { goal } = held;
    const signers = await fullPartners(tx);
    if (signers.length === 0) throw new DomainError('goal.incomplete', { gaps: [] });
    await this.setAside(tx, held, 'replaced');
    const revision = Object.assign(new RevisionEntity(), {
      ...{ id, kind, content, summary, textSequence, signers },
      goalId: goal.id,
      spaceId: goal.spaceId,
      number: (await this.revisions.lastNumber(tx, goal.id)) + 1,
      hash: contentHash(content),
      proposedBy: tx.seat.id,
      proposedAt: this.clock.now(),
    });
    await this.revisions.add(tx, revision);
    goal.proposedId = revision.id;
  }
}

type Frozen = Pick<RevisionEntity, 'id' | 'kind' | 'content' | 'summary' | 'textSequence'>;
