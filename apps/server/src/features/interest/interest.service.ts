import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  answerInterestsRefusal,
  askInterestsRefusal,
  closeInterestsRefusal,
  DomainError,
  enforce,
  missingIn,
  ratingsRefusal,
  type answerInterests,
  type askInterests,
  type closeInterests,
  type EntryName,
  type GoalId,
  type InterestRound,
  type InterestRoundId,
  type OwnInterest,
  type ParsedOf,
} from '@mufakat/domain';
import { fullPartners } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { commitmentTo } from './commitment.js';
import { InterestAnswerEntity } from './interest-answer.entity.js';
import { InterestRoundEntity } from './interest-round.entity.js';
import { InterestStore } from './interest.store.js';
import { openedView, ownView, roundView } from './interest.view.js';

type RoundEntry = Extract<EntryName, 'interest.asked' | 'interest.answered' | 'interest.closed'>;

/** Partners say, each for itself, how much the goals matter to them. `InterestReactions` opens what they said. */
@Injectable()
export class InterestService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interests: InterestStore,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<InterestRound[]> {
    return this.work.read(seat, async (tx) => (await this.interests.list(tx)).map(roundView));
  }

  readOwn(seat: Seat, roundId: InterestRoundId): Promise<OwnInterest> {
    return this.work.read(seat, async (tx) => {
      const answer = await this.interests.findAnswer(tx, roundId, seat.partnerId);
      if (!answer) throw new DomainError('not-found');
      return ownView(answer);
    });
  }

  ask(seat: Seat, { id, goalIds }: ParsedOf<typeof askInterests>): Promise<InterestRound> {
    enforce(askInterestsRefusal(seat));
    const spaceId = seat.spaces.shared;
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        await waitForTurn(tx, spaceId);
        const made = await this.interests.find(tx, id);
        if (made) return this.repeated(made, goalIds);
        if (await this.interests.isAsking(tx, spaceId)) throw new DomainError('interest.asking');
        const asked = await fullPartners(tx);
        if (asked.length === 0) throw new DomainError('interest.nobody');

        const round = Object.assign(new InterestRoundEntity(), {
          ...{ id, spaceId, asked, partnershipId: seat.partnershipId, askedBy: seat.id, askedAt: this.clock.now() },
          ...{ state: 'asking', sealed: [], reason: '', answers: [], closedBy: null, openedAt: null, version: 1 },
          number: (await this.interests.lastNumber(tx, spaceId)) + 1,
          goals: await this.titlesOf(tx, goalIds),
        } as const);
        await this.interests.add(tx, round);
        return this.tell(tx, 'interest.asked', round);
      }),
    );
  }

  answer(seat: Seat, { roundId, ratings, note }: ParsedOf<typeof answerInterests>): Promise<InterestRound> {
    return this.work.run(seat, async (tx) => {
      const round = await this.interests.lock(tx, roundId);
      enforce(answerInterestsRefusal(seat, round) ?? ratingsRefusal(round, ratings));
      const before = await this.interests.findAnswer(tx, roundId, seat.partnerId);
      const answer = Object.assign(new InterestAnswerEntity(), {
        ...{ roundId, ratings, note, partnerId: seat.partnerId, partnershipId: seat.partnershipId, by: seat.id },
        ...{ spaceId: seat.spaces.own, salt: randomBytes(16).toString('hex'), at: this.clock.now() },
        version: (before?.version ?? 0) + 1,
      });
      await this.interests.keepAnswer(tx, answer);
      tx.record(answer.spaceId, 'interest.rated', ownView(answer));

      const others = round.sealed.filter(({ partnerId }) => partnerId !== seat.partnerId);
      const commitment = commitmentTo(roundId, openedView(answer));
      round.sealed = [...others, { partnerId: seat.partnerId, commitment, at: answer.at.toISOString() }];
      if (missingIn(round).length === 0) round.state = 'closed';
      await this.interests.save(tx, round);
      return this.tell(tx, 'interest.answered', round);
    });
  }

  close(seat: Seat, { roundId, reason, version }: ParsedOf<typeof closeInterests>): Promise<InterestRound> {
    return this.work.run(seat, async (tx) => {
      const round = await this.interests.lock(tx, roundId);
      enforce(closeInterestsRefusal(seat, round));
      if (round.version !== version) throw new DomainError('version.stale', { current: roundView(round) });
      Object.assign(round, { reason, state: 'closed', closedBy: seat.id });
      await this.interests.save(tx, round);
      return this.tell(tx, 'interest.closed', round);
    });
  }

  private tell(tx: Tx, name: RoundEntry, round: InterestRoundEntity): InterestRound {
    const view = roundView(round);
    tx.record(round.spaceId, name, view);
    return view;
  }

  private async titlesOf(tx: Tx, goalIds: readonly GoalId[]): Promise<InterestRound['goals']> {
    const titles = await this.interests.titlesOf(tx, goalIds);
    return [...new Set(goalIds)].map((goalId) => {
      const title = titles.get(goalId);
      if (title === undefined) throw new DomainError('not-found');
      return { goalId, title };
    });
  }

  /** Asking twice under one id is asking once, about the same goals. */
  private repeated(round: InterestRoundEntity, goalIds: readonly GoalId[]): InterestRound {
    const isSame =
      new Set(goalIds).size === round.goals.length && round.goals.every((each) => goalIds.includes(each.goalId));
    if (!isSame) throw new DomainError('id.taken');
    return roundView(round);
  }
}
