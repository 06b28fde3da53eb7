import type { GoalId, InterestRound, InterestRoundId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Running, Sitting } from '../../server/test/workspace.js';
import type { Act, Table } from './acts.js';

/** Asking everybody what matters to them, answering under seal, and opening before all have answered. */
export function interestActs(workspace: Running, { ana, budi, ratna }: Table, goalId: GoalId): Act[] {
  const { partnershipId } = ana;
  let round: InterestRound;
  /** Waits for what was asked and keeps what the round is then. */
  const keep = async (answer: Promise<{ status: number; body: InterestRound }>): Promise<InterestRound> => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return (round = body);
  };
  const answer = (as: Sitting) =>
    workspace.call(as, 'answerInterests', {
      ...{ partnershipId, roundId: round.id, note: 'Untuk kami' },
      ratings: [{ goalId, importance: 4, benefit: 3, effort: 2 }],
    });
  return [
    {
      says: 'interest.asked',
      does: () =>
        keep(
          workspace.call(ratna, 'askInterests', { partnershipId, id: newId() as InterestRoundId, goalIds: [goalId] }),
        ),
    },
    { says: 'interest.rated', does: () => keep(answer(ana)) },
    { says: 'interest.answered', does: () => keep(answer(budi)) },
    {
      says: 'interest.closed',
      does: async () => {
        if (round.state !== 'asking') return;
        const { id: roundId, version } = round;
        await keep(
          workspace.call(ratna, 'closeInterests', { partnershipId, roundId, reason: 'Rapat sore ini', version }),
        );
      },
    },
    { says: 'interest.opened', does: () => workspace.settled() },
  ];
}
