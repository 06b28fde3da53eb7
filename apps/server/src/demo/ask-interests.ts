import type { InterestRoundId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { InterestService } from '../features/interest/interest.service.js';
import { JournalRelay } from '../platform/journal/journal-relay.js';
import type { SampleInterest } from './sample.js';
import type { Scene, Stage } from './stage.js';

/** How the firms were asked what matters to them, and what they said; the last answer opens what all have said. */
export function interestScenes(stage: Stage): Scene[] {
  return stage.table.interests.flatMap((interest) => {
    const id = newId() as InterestRoundId;
    return [
      { at: stage.calendar.moment(interest.on, '08.30'), play: () => ask(stage, id, interest) },
      ...interest.answers.map((answer, turn) => ({
        at: stage.calendar.moment(answer.on, `12.${String(10 + turn * 7).padStart(2, '0')}`),
        play: () => say(stage, id, answer),
      })),
    ];
  });
}

async function ask(stage: Stage, id: InterestRoundId, { by, answers }: SampleInterest): Promise<void> {
  const goalIds = Object.keys(answers[0]?.ratings ?? {}).map((key) => stage.goal(key).id);
  const { partnershipId } = stage;
  await stage.app.get(InterestService).ask(stage.seat(by), { partnershipId, id, goalIds });
}

async function say(
  stage: Stage,
  roundId: InterestRoundId,
  { by, note = '', ratings }: SampleInterest['answers'][number],
): Promise<void> {
  const given = Object.entries(ratings).map(([key, [importance, benefit, effort]]) => ({
    ...{ goalId: stage.goal(key).id, importance, benefit, effort },
  }));
  const { partnershipId } = stage;
  await stage.app.get(InterestService).answer(stage.seat(by), { partnershipId, roundId, ratings: given, note });
  // What opens is opened at this hour.
  await stage.app.get(JournalRelay).settled();
}
