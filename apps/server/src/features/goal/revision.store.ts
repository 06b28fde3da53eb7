import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type GoalContent,
  type GoalId,
  type PartnerId,
  type Revision,
  type RevisionId,
  type SignOffId,
  type SpaceId,
} from '@mufakat/domain';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { GoalEntity } from './goal.entity.js';
import type { Fence, HeldGoal } from './goal.store.js';
import { RevisionEntity } from './revision.entity.js';
import { revisionView } from './revision.view.js';
import { SignOffEntity } from './sign-off.entity.js';

type Outcome = { id: RevisionId; outcome: Exclude<Revision['outcome'], 'open'>; at: Date };

/** What was frozen, what became of it, and what the firms said; fenced by the spaces of the transaction. */
@Injectable()
export class RevisionStore {
  /** Answers, for each of these goals, what binds and what lies on the table. */
  async agreementsOf(tx: Fence, goals: readonly GoalEntity[]): Promise<(goal: GoalEntity) => HeldGoal['agreement']> {
    const ids = goals.flatMap(({ inForceId, proposedId }) => [inForceId, proposedId]).filter((id) => id !== null);
    if (ids.length === 0) return () => ({ inForce: null, content: null, proposed: null, signedBefore: [] });
    const revisions = await this.viewsOf(tx, { id: In(ids) });
    const contents = await this.contentsOf(tx, goals);
    const earlier = await this.signedBefore(tx, goals);
    const revision = (id: RevisionId | null) => revisions.find((one) => one.id === id) ?? null;
    return (goal) => ({
      inForce: revision(goal.inForceId),
      content: contents.get(goal.inForceId ?? '') ?? null,
      proposed: revision(goal.proposedId),
      signedBefore: earlier.get(goal.id) ?? [],
    });
  }

  /** Every revision of a goal, newest first. */
  list(tx: Fence, goalId: GoalId): Promise<Revision[]> {
    return this.viewsOf(tx, { goalId });
  }

  async get(tx: Fence, goalId: GoalId, id: RevisionId): Promise<RevisionEntity> {
    const found = await tx.db.findOneBy(RevisionEntity, { id, goalId, spaceId: In(tx.spaces) });
    if (!found) throw new DomainError('not-found');
    return found;
  }

  async find(tx: Fence, id: RevisionId): Promise<RevisionEntity | null> {
    return tx.db.findOneBy(RevisionEntity, { id, spaceId: In(tx.spaces) });
  }

  async add(tx: Fence, revision: RevisionEntity): Promise<void> {
    await tx.db.insert(RevisionEntity, revision);
  }

  async lastNumber(tx: Fence, goalId: GoalId): Promise<number> {
    return (await tx.db.maximum(RevisionEntity, 'number', { goalId })) ?? 0;
  }

  async close(tx: Fence, goal: GoalEntity, id: RevisionId, { outcome, at }: Omit<Outcome, 'id'>): Promise<void> {
    await tx.db.query('insert into revision_outcome (revision_id, space_id, outcome, at) values ($1, $2, $3, $4)', [
      id,
      goal.spaceId,
      outcome,
      at,
    ]);
  }

  async signOffs(tx: Fence, revisionId: RevisionId): Promise<SignOffEntity[]> {
    return tx.db.find(SignOffEntity, {
      where: { revisionId, spaceId: In(tx.spaces) },
      order: { signedAt: 'asc', id: 'asc' },
    });
  }

  async findSignOff(tx: Fence, id: SignOffId): Promise<SignOffEntity | null> {
    return tx.db.findOneBy(SignOffEntity, { id, spaceId: In(tx.spaces) });
  }

  async addSignOff(tx: Fence, signOff: SignOffEntity): Promise<void> {
    await tx.db.insert(SignOffEntity, signOff);
  }

  async markSignOff(tx: Fence, signOff: SignOffEntity, change: Pick<SignOffEntity, 'state'> & Partial<Confirmation>) {
    Object.assign(signOff, change);
    await tx.db.update(SignOffEntity, { id: signOff.id, spaceId: In([...tx.spaces]) }, change);
  }

  /** The goals with words by phone that have waited for their firms since before then. */
  async awaitingSince(db: EntityManager, before: Date): Promise<{ goalId: GoalId; spaceId: SpaceId }[]> {
    return db.query(
      `select distinct goal_id as "goalId", space_id as "spaceId" from sign_off where state = 'awaiting' and signed_at < $1`,
      [before],
    );
  }

  /** Marks the words by phone on a goal that have waited since before then; answers how many. */
  async lapse(tx: Fence, goalId: GoalId, before: Date): Promise<number> {
    const of = { goalId, spaceId: In([...tx.spaces]), state: 'awaiting' as const, signedAt: LessThan(before) };
    return (await tx.db.update(SignOffEntity, of, { state: 'lapsed' })).affected ?? 0;
  }

  private async viewsOf(tx: Fence, where: { id: ReturnType<typeof In> } | { goalId: GoalId }): Promise<Revision[]> {
    const revisions = await tx.db.find(RevisionEntity, {
      where: { ...where, spaceId: In(tx.spaces) },
      order: { number: 'desc' },
    });
    const ids = revisions.map(({ id }) => id);
    const signOffs = await tx.db.find(SignOffEntity, {
      where: { revisionId: In(ids), spaceId: In(tx.spaces) },
      order: { signedAt: 'asc', id: 'asc' },
    });
    const outcomes: Outcome[] = await tx.db.query(
      'select revision_id as id, outcome, at from revision_outcome where revision_id = any ($1)',
      [ids],
    );
    return revisions.map((revision) =>
      revisionView(
        revision,
        signOffs.filter(({ revisionId }) => revisionId === revision.id),
        outcomes.find(({ id }) => id === revision.id) ?? null,
      ),
    );
  }

  /** What binds, of goals that have an agreement, by the revision's id. */
  private async contentsOf(tx: Fence, goals: readonly GoalEntity[]): Promise<Map<string, GoalContent>> {
    const ids = goals.flatMap(({ inForceId }) => inForceId ?? []);
    const revisions = await tx.db.find(RevisionEntity, {
      where: { id: In(ids), spaceId: In(tx.spaces) },
      select: { id: true, content: true },
    });
    return new Map(revisions.map(({ id, content }) => [id, JSON.parse(content) as GoalContent]));
  }

  /** The firms that had a standing word on an earlier revision than the one on the table. */
  private async signedBefore(tx: Fence, goals: readonly GoalEntity[]): Promise<Map<GoalId, PartnerId[]>> {
    const rows: { goal_id: GoalId; partners: PartnerId[] }[] = await tx.db.query(
      `select sign_off.goal_id, array_agg(distinct sign_off.partner_id) as partners
       from sign_off join goal on goal.id = sign_off.goal_id
       where sign_off.goal_id = any ($1) and sign_off.space_id = any ($2) and sign_off.state = 'standing'
         and sign_off.revision_id is distinct from goal.proposed_id
       group by sign_off.goal_id`,
      [goals.map(({ id }) => id), tx.spaces],
    );
    return new Map(rows.map(({ goal_id: id, partners }) => [id, partners]));
  }
}

type Confirmation = Pick<SignOffEntity, 'confirmedBy'>;
