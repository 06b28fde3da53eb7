import type { CheckInId, ObligationId, RevisionId, SignOffId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { CheckInService } from '../features/goal/check-in.service.js';
import { GoalService } from '../features/goal/goal.service.js';
import { ObligationService } from '../features/goal/obligation.service.js';
import { ProposalService } from '../features/goal/proposal.service.js';
import { SignOffService } from '../features/goal/sign-off.service.js';
import { TargetService } from '../features/goal/target.service.js';
import type { Seat } from '../platform/access/seat.js';
import type { SampleAgreement, SampleReport, SampleRound, SampleWord } from './sample.js';
import type { Scene, Stage } from './stage.js';

/** How the goals were proposed and what the firms said to them. */
export function agreementScenes(stage: Stage): Scene[] {
  const { calendar, table } = stage;
  return Object.entries(table.agreements).flatMap(([key, agreement], index) => {
    /** In the order of a day: what firms take on, the proposal, the answers; each goal some minutes after the last. */
    const at = (day: string, hour: number, turn = 0) => {
      const minutes = index * 4 + turn * 23;
      return calendar.moment(
        day,
        `${String(hour + Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`,
      );
    };
    const [first] = agreement.rounds;
    return [
      ...(first ? [{ at: at(first.on, 9), play: () => takeOn(stage, key, agreement) }] : []),
      ...agreement.rounds.flatMap((round) => [
        { at: at(round.on, 10), play: () => propose(stage, key, round) },
        ...round.words.map((word, turn) => ({ at: at(word.on, 11, turn), play: () => answer(stage, key, word) })),
      ]),
      ...(agreement.reports ?? []).flatMap((report) => [
        { at: at(report.on, 14), play: () => tell(stage, key, report) },
        ...(report.isRead ? [{ at: at(report.on, 16), play: () => read(stage, key) }] : []),
      ]),
      ...(agreement.running ? [{ at: at(agreement.running, 8), play: () => setGoing(stage, key) }] : []),
    ];
  });
}

const here = (stage: Stage, key: string) => {
  const { id: goalId, version, partnershipId } = stage.goal(key);
  return { partnershipId, goalId, version };
};

async function takeOn(stage: Stage, key: string, { duties }: SampleAgreement): Promise<void> {
  for (const [person, duty] of Object.entries(duties)) {
    const seat = stage.seat(person);
    const [text, every] = 'none' in duty ? [duty.none, null] : duty;
    const wanted = { kind: 'none' in duty ? 'none' : 'duty', text, every } as const;
    const fields = { ...wanted, obligationId: newId() as ObligationId, partnerId: seat.partnerId, dueOn: null };
    const ownerId = 'none' in duty ? null : seat.id;
    stage.goals.set(key, await stage.app.get(ObligationService).add(seat, { ...here(stage, key), ...fields, ownerId }));
  }
}

async function propose(stage: Stage, key: string, { by, target, summary = '' }: SampleRound): Promise<void> {
  const seat = stage.seat(by);
  const [first] = stage.goal(key).targets;
  if (target && first) {
    const { id: targetId, current: _, ...fields } = first;
    const change = { ...here(stage, key), targetId, ...fields, target };
    stage.goals.set(key, await stage.app.get(TargetService).change(seat, change));
  }
  const proposal = { ...here(stage, key), id: newId() as RevisionId, summary };
  stage.goals.set(key, await stage.app.get(ProposalService).propose(seat, proposal));
}

async function answer(stage: Stage, key: string, { by, note = '', change = '' }: SampleWord): Promise<void> {
  const { id: goalId, partnershipId, agreement } = stage.goal(key);
  const { proposed } = agreement;
  if (!proposed) throw new Error(`nothing is proposed for ${key} when ${by} answers`);
  const verdict = change ? 'object' : note ? 'agree-with-note' : 'agree';
  const word = { verdict, note, change, harmedGoalId: null } as const;
  const shown = { partnershipId, goalId, revisionId: proposed.id, hash: proposed.hash };
  const signed = await stage.signedIn(by, (session) =>
    stage.app.get(SignOffService).sign(stage.seat(by), session, { ...shown, id: newId() as SignOffId, ...word }),
  );
  stage.goals.set(key, signed);
}

async function tell(stage: Stage, key: string, { on: _, isRead: __, ...report }: SampleReport): Promise<void> {
  const said = { ...here(stage, key), id: newId() as CheckInId, ...report, values: [] };
  stage.goals.set(key, await stage.app.get(CheckInService).report(championOf(stage, key), said));
}

async function read(stage: Stage, key: string): Promise<void> {
  const { reviewerId, lastCheckIn } = stage.goal(key);
  const reviewer = [...stage.seats.values()].find(({ id }) => id === reviewerId);
  if (!reviewer || !lastCheckIn) throw new Error(`the goal ${key} has no report that somebody could read`);
  const at = { ...here(stage, key), checkInId: lastCheckIn.id };
  stage.goals.set(key, await stage.app.get(CheckInService).acknowledge(reviewer, at));
}

function championOf(stage: Stage, key: string): Seat {
  const { championId } = stage.goal(key);
  const champion = [...stage.seats.values()].find(({ id }) => id === championId);
  if (!champion) throw new Error(`the goal ${key} has no champion`);
  return champion;
}

async function setGoing(stage: Stage, key: string): Promise<void> {
  const { rank } = stage.goal(key);
  const champion = championOf(stage, key);
  const moved = await stage.app.get(GoalService).move(champion, { ...here(stage, key), state: 'running', rank });
  stage.goals.set(key, moved);
}
