import { Injectable } from '@nestjs/common';
import {
  confirmationDays,
  confirmRefusal,
  DomainError,
  enforce,
  isAgreedByAll,
  recordCallRefusal,
  signOffRefusal,
  verdictRefusal,
  withdrawSignOffRefusal,
  type confirmSignOff,
  type EntryName,
  type Goal,
  type GoalId,
  type ParsedOf,
  type recordSignOff,
  type Refusal,
  type Revision,
  type RevisionId,
  type signOff,
  type SignOffId,
  type withdrawSignOff,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { SessionService, type Session } from '../../platform/access/session.service.js';
import { refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { GoalService } from './goal.service.js';
import { GoalStore, type HeldGoal } from './goal.store.js';
import { goalView } from './goal.view.js';
import { RevisionStore } from './revision.store.js';
import { SignOffEntity } from './sign-off.entity.js';

type Signing = ParsedOf<typeof signOff>;
type Recording = ParsedOf<typeof recordSignOff>;
type Word = Pick<SignOffEntity, 'id' | 'partnerId' | 'hash' | 'call' | 'state'> &
  Pick<Signing, 'verdict' | 'note' | 'change' | 'harmedGoalId'>;

/**
 * Takes the firms' words on what is proposed. A firm speaks once, through its signatory, about the very content it
 * was shown; a revision comes into force when the last firm has agreed, and in no other way.
 */
@Injectable()
export class SignOffService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly goals: GoalStore,
    private readonly revisions: RevisionStore,
    private readonly goal: GoalService,
    private readonly clock: Clock,
  ) {}

  async sign(seat: Seat, session: Session, input: Signing): Promise<Goal> {
    this.sessions.enforceConfirmed(session);
    const word = { ...input, partnerId: seat.partnerId, call: null, state: 'standing' } as const;
    return this.refusingSecondWords(
      seat,
      input,
      this.work.run(seat, async (tx) => {
        const repeated = await this.repeated(tx, input);
        if (repeated) return repeated;

        const held = await this.hold(tx, input);
        const revision = this.enforceShown(held, input, (goal) => signOffRefusal(seat, goal, { id: input.revisionId }));
        enforce(verdictRefusal(input));
        await this.setAsideCalls(tx, revision);
        await this.enforceFirst(tx, revision.id, seat);
        await this.add(tx, held, revision.id, word);
        return this.tell(tx, held, revision.id, input.verdict === 'object' ? 'goal.objected' : 'goal.signed');
      }),
    );
  }

  async withdraw(seat: Seat, session: Session, input: ParsedOf<typeof withdrawSignOff>): Promise<Goal> {
    this.sessions.enforceConfirmed(session);
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const found = await this.signOffOf(tx, input);
      if (found.state === 'withdrawn') return goalView(held);
      enforce(withdrawSignOffRefusal(seat, goalView(held), found));
      await this.revisions.markSignOff(tx, found, { state: 'withdrawn' });
      return this.goal.keep(tx, 'goal.sign-off-withdrawn', held);
    });
  }

  /** What a firm said by phone. It counts once the firm has confirmed it. */
  async record(seat: Seat, session: Session, input: Recording): Promise<Goal> {
    this.sessions.enforceConfirmed(session);
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const repeated = await this.repeated(tx, input);
        if (repeated) return repeated;

        const held = await this.hold(tx, input);
        const { proposed } = held.agreement;
        const refusal =
          recordCallRefusal(seat, goalView(held), input.partnerId) ??
          (proposed?.id === input.revisionId ? verdictRefusal(input) : 'revision.replaced');
        if (refusal) throw new DomainError(refusal, { current: goalView(held) });
        await this.lapse(tx, input.goalId);
        await this.enforceFirst(tx, input.revisionId, { partnerId: input.partnerId });
        const hash = proposed?.hash ?? '';
        await this.add(tx, held, input.revisionId, { ...input, hash, state: 'awaiting' });
        return this.goal.keep(tx, 'goal.sign-off-recorded', held);
      }),
    );
  }

  /** The firm answers for itself whether what was written down is what it said. */
  async confirm(seat: Seat, session: Session, input: ParsedOf<typeof confirmSignOff>): Promise<Goal> {
    this.sessions.enforceConfirmed(session);
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      await this.lapse(tx, input.goalId);
      const found = await this.signOffOf(tx, input);
      const revision = this.enforceShown(held, input, (goal) => signOffRefusal(seat, goal, { id: input.revisionId }));
      enforce(confirmRefusal(seat, found));
      if (!input.isRight) {
        await this.revisions.markSignOff(tx, found, { state: 'withdrawn' });
        return this.goal.keep(tx, 'goal.sign-off-denied', held);
      }
      await this.revisions.markSignOff(tx, found, { state: 'standing', confirmedBy: seat.id });
      return this.tell(tx, held, revision.id, 'goal.sign-off-confirmed');
    });
  }

  /** Locks the goal of a revision; of a revision that is not one of its own nothing is known. */
  private async hold(tx: Tx, { goalId, revisionId }: { goalId: GoalId; revisionId: RevisionId }): Promise<HeldGoal> {
    const held = await this.goals.lock(tx, goalId);
    await this.revisions.get(tx, goalId, revisionId);
    return held;
  }

  /** Tells what was said, and that the revision is in force if this was the last word it needed. */
  private async tell(
    tx: Tx,
    held: HeldGoal,
    revisionId: RevisionId,
    name: Extract<EntryName, 'goal.signed' | 'goal.objected' | 'goal.sign-off-confirmed'>,
  ): Promise<Goal> {
    const said = await this.goal.keep(tx, name, held);
    const { proposed } = said.agreement;
    if (proposed?.id !== revisionId || !isAgreedByAll(proposed)) return said;
    await this.revisions.close(tx, held.goal, revisionId, { outcome: 'agreed', at: this.clock.now() });
    held.goal.proposedId = null;
    if (proposed.ending) {
      held.goal.state = proposed.ending;
      return this.goal.keep(tx, 'goal.ended', held);
    }
    held.goal.inForceId = revisionId;
    if (held.goal.state === 'proposed') held.goal.state = 'agreed';
    return this.goal.keep(tx, 'goal.agreed', held);
  }

  private async add(tx: Tx, { goal }: HeldGoal, revisionId: RevisionId, word: Word): Promise<void> {
    const { id, partnerId, verdict, note, change, harmedGoalId, hash, call, state } = word;
    if (harmedGoalId) await this.goals.get(tx, harmedGoalId);
    await this.revisions.addSignOff(
      tx,
      Object.assign(new SignOffEntity(), {
        id,
        revisionId,
        goalId: goal.id,
        spaceId: goal.spaceId,
        partnerId,
        verdict,
        note: verdict === 'agree' ? '' : note,
        change: verdict === 'object' ? change : '',
        harmedGoalId: verdict === 'object' ? harmedGoalId : null,
        hash,
        signedBy: tx.seat.id,
        signedAt: this.clock.now(),
        call,
        confirmedBy: null,
        state,
      }),
    );
  }

  /** The revision the person was shown, if it still is what its firm can sign and says what the person saw. */
  private enforceShown(
    held: HeldGoal,
    shown: { revisionId: RevisionId; hash: string },
    refusalOf: (goal: Goal) => Refusal | null,
  ): Revision {
    const current = goalView(held);
    const { proposed, inForce } = current.agreement;
    const revision = [proposed, inForce].find((one) => one?.id === shown.revisionId);
    const refusal = refusalOf(current) ?? (revision?.hash === shown.hash ? null : 'revision.hash');
    if (refusal || !revision) throw new DomainError(refusal ?? 'revision.replaced', { current });
    return revision;
  }

  /** A firm that signs for itself need not answer what was written down for it. */
  private async setAsideCalls(tx: Tx, revision: Revision): Promise<void> {
    await this.lapse(tx, revision.goalId);
    for (const word of await this.revisions.signOffs(tx, revision.id))
      if (word.state === 'awaiting' && word.partnerId === tx.seat.partnerId)
        await this.revisions.markSignOff(tx, word, { state: 'withdrawn' });
  }

  /** What nobody has confirmed in time never counted, and now makes room. */
  private async lapse(tx: Tx, goalId: GoalId): Promise<void> {
    const days = confirmationDays * 24 * 60 * 60 * 1000;
    await this.revisions.lapse(tx, goalId, new Date(this.clock.now().getTime() - days));
  }

  private async enforceFirst(tx: Tx, revisionId: RevisionId, firm: Pick<Seat, 'partnerId'>): Promise<void> {
    const words = await this.revisions.signOffs(tx, revisionId);
    const first = words.find(
      ({ partnerId, state }) => partnerId === firm.partnerId && (state === 'standing' || state === 'awaiting'),
    );
    if (first) throw new DomainError('sign-off.taken', { signedBy: first.signedBy, standing: first.id });
  }

  private async signOffOf(
    tx: Tx,
    { signOffId, revisionId, goalId }: { signOffId: SignOffId; revisionId: RevisionId; goalId: GoalId },
  ): Promise<SignOffEntity> {
    const found = await this.revisions.findSignOff(tx, signOffId);
    if (!found || found.revisionId !== revisionId || found.goalId !== goalId) throw new DomainError('not-found');
    return found;
  }

  /** Saying the same under the same id again is saying it once. */
  private async repeated(tx: Tx, input: Signing | Recording): Promise<Goal | null> {
    const made = await this.revisions.findSignOff(tx, input.id);
    if (!made) return null;
    const isSame = made.revisionId === input.revisionId && made.verdict === input.verdict;
    if (!isSame || made.signedBy !== tx.seat.id) throw new DomainError('id.taken');
    return goalView(await this.goals.get(tx, input.goalId));
  }

  /** That a colleague was first is written down beside the word that stands, in a transaction of its own. */
  private async refusingSecondWords(seat: Seat, input: Signing, signing: Promise<Goal>): Promise<Goal> {
    try {
      return await refusingTakenIds(signing);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'sign-off.taken') throw error;
      const { standing } = error.data as { standing: SignOffId };
      await this.work.run(seat, async (tx) => {
        const { id, goalId, revisionId, verdict } = input;
        const { title: goalTitle, spaceId } = (await this.goals.get(tx, goalId)).goal;
        const attempt = { id, goalId, goalTitle, revisionId, partnerId: seat.partnerId, verdict, triedBy: seat.id };
        tx.record(spaceId, 'sign-off.refused', { ...attempt, standing });
      });
      throw error;
    }
  }
}
