import { Injectable } from '@nestjs/common';
import { DomainError, type GoalId, type InterestRoundId, type PartnerId, type SpaceId } from '@mufakat/domain';
import { In, Not, type EntityManager } from 'typeorm';
import { InterestAnswerEntity } from './interest-answer.entity.js';
import { InterestRoundEntity } from './interest-round.entity.js';

/** An open transaction and the spaces it may touch; every `Tx` is one. */
type Fence = { readonly db: EntityManager; readonly spaces: readonly SpaceId[] };

/** Rounds and the answers to them, fenced by the spaces of the transaction. */
@Injectable()
export class InterestStore {
  /** Newest first. */
  list(tx: Fence): Promise<InterestRoundEntity[]> {
    return tx.db.find(InterestRoundEntity, { where: { spaceId: In(tx.spaces) }, order: { number: 'desc' } });
  }

  find(tx: Fence, id: InterestRoundId): Promise<InterestRoundEntity | null> {
    return tx.db.findOneBy(InterestRoundEntity, { id, spaceId: In(tx.spaces) });
  }

  /** Others wait until this change is through. */
  async lock(tx: Fence, id: InterestRoundId): Promise<InterestRoundEntity> {
    const round = await tx.db.findOne(InterestRoundEntity, {
      where: { id, spaceId: In(tx.spaces) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!round) throw new DomainError('not-found');
    return round;
  }

  /** Whether a round of this space has not been opened yet. */
  isAsking(tx: Fence, spaceId: SpaceId): Promise<boolean> {
    return tx.db.existsBy(InterestRoundEntity, { spaceId, state: Not('opened') });
  }

  async lastNumber(tx: Fence, spaceId: SpaceId): Promise<number> {
    return (await tx.db.maximum(InterestRoundEntity, 'number', { spaceId })) ?? 0;
  }

  /** The names of goals that are on the board. */
  async titlesOf(tx: Fence, goalIds: readonly GoalId[]): Promise<Map<GoalId, string>> {
    const rows: { id: GoalId; title: string }[] = await tx.db.query(
      'select id, title from goal where id = any ($1) and space_id = any ($2) and archived_at is null',
      [goalIds, tx.spaces],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async add(tx: Fence, round: InterestRoundEntity): Promise<void> {
    await tx.db.insert(InterestRoundEntity, round);
  }

  /** Keeps the round as its next version. */
  async save(tx: Fence, round: InterestRoundEntity): Promise<void> {
    round.version += 1;
    await tx.db.save(InterestRoundEntity, round);
  }

  findAnswer(tx: Fence, roundId: InterestRoundId, partnerId: PartnerId): Promise<InterestAnswerEntity | null> {
    return tx.db.findOneBy(InterestAnswerEntity, { roundId, partnerId, spaceId: In(tx.spaces) });
  }

  async keepAnswer(tx: Fence, answer: InterestAnswerEntity): Promise<void> {
    await tx.db.save(InterestAnswerEntity, answer);
  }

  /** What all firms have answered: only for who opens a round, in a transaction that sees every space. */
  answersTo(db: EntityManager, roundId: InterestRoundId): Promise<InterestAnswerEntity[]> {
    return db.findBy(InterestAnswerEntity, { roundId });
  }
}
