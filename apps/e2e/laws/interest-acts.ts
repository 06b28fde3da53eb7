import type { GoalId, InterestRound, InterestRoundId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Running, Sitting } from '../../server/test/workspace.js';
import { asker, type Act, type Table } from './acts.js';

/** Asking everybody what matters to them, answering under seal, and opening before all have answered. */
export function interestActs(workspace: Running, { ana, budi, ratna }: Table, goalId: GoalId): Act[] {
  const ask = asker(workspace);
  const { partnershipId } = ana;
  let round: InterestRound;
  const keep = async (answer: Promise<InterestRound>) => (round = await answer);
  const answer = (as: Sitting) =>
    ask(as, 'answerInterests', {
      ...{ partnershipId, roundId: round.id, note: 'Untuk kami' },
      ratings: [{ goalId, importance: 4, benefit: 3, effort: 2 }],
    });
  return [
    {
      says: 'interest.asked',
      does: () =>
        keep(ask(ratna, 'askInterests', { partnershipId, id: newId() as InterestRoundId, goalIds: [goalId] })),
    },
    { says: 'interest.rated', does: () => keep(answer(ana)) },
    { says: 'interest.answered', does: () => keep(answer(budi)) },
    {
      says: 'interest.closed',
      does: async () => {
        const [now] = await ask(ana, 'listInterestRounds', { partnershipId });
        if (now?.state !== 'asking') return;
        await ask(ratna, 'closeInterests', {
          ...{ partnershipId, roundId: round.id, reason: 'Rapat sore ini', version: now.version },
        });
      },
    },
    { says: 'interest.opened', does: () => workspace.settled() },
  ];
}
