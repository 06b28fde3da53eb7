import type { DocumentNode } from '@mufakat/collab';
import type { DocumentId, GoalId, TargetId, TextVersionId } from '@mufakat/domain';
import { generateNKeysBetween } from 'fractional-indexing';
import { v7 as newId } from 'uuid';
import { GoalService } from '../features/goal/goal.service.js';
import { TargetService } from '../features/goal/target.service.js';
import { TextVersionService } from '../features/text-version/text-version.service.js';
import type { SampleGoal, SampleTarget, SampleWriting } from './sample.js';
import { workingHour, type Scene, type Stage } from './stage.js';

/** How the goals were written down, worded together and measured. */
export function goalScenes(stage: Stage): Scene[] {
  const { calendar, table } = stage;
  const goals = Object.entries(table.goals);
  const ranks = generateNKeysBetween(null, null, goals.length);
  return goals.flatMap(([key, goal], index) => {
    const made = calendar.moment(goal.made, workingHour(index));
    /** Never before the goal exists. */
    const on = (day: string, hour: number) =>
      new Date(Math.max(made.getTime(), calendar.moment(day, workingHour(hour)).getTime()));
    return [
      { at: made, play: () => writeDown(stage, key, goal, ranks[index] ?? 'a0') },
      ...goal.writings.map((writing, turn) => ({
        at: on(writing.on, index * 3 + turn + 5),
        play: () => word(stage, key, writing, turn === 0),
      })),
      ...goal.targets.flatMap((target) =>
        target.reports.map(([day, current]) => ({
          at: on(day, index + 20),
          play: () => report(stage, key, target, current),
        })),
      ),
    ];
  });
}

async function writeDown(stage: Stage, key: string, goal: SampleGoal, rank: string): Promise<void> {
  const { app, calendar, partnershipId } = stage;
  const goals = app.get(GoalService);
  const seat = stage.seat(goal.by);
  const [startsOn = null, endsOn = null] = goal.dates?.map((day) => calendar.day(day)) ?? [];
  const { benefit, title } = goal;
  const wanted = { id: newId() as GoalId, documentId: newId() as DocumentId, title, benefit, startsOn, endsOn, rank };
  let held = await goals.create(seat, { partnershipId, ...wanted, locale: 'id' });
  const at = () => ({ partnershipId, goalId: held.id, version: held.version });
  held = await goals.change(seat, {
    ...at(),
    championId: stage.seat(goal.champion).id,
    reviewerId: goal.reviewer ? stage.seat(goal.reviewer).id : null,
  });
  for (const { reports: _, ...target } of goal.targets) {
    const fields = {
      ...target,
      lowerBound: null,
      measurerId: null,
      splits: [],
      dueOn: endsOn,
      targetId: newId() as TargetId,
    };
    held = await app.get(TargetService).add(seat, { ...at(), ...fields });
  }
  stage.goals.set(key, held);
}

/** The first one writes over the guided examples, the others go on below. */
async function word(stage: Stage, key: string, writing: SampleWriting, isFirst: boolean): Promise<void> {
  const { by, text = '', instead = [], named } = writing;
  const { documentId } = stage.goal(key);
  const words = stage.read(text);
  await stage.write(by, documentId, (before) =>
    isFirst ? words : [...before.map((block) => reworded(block, instead)), ...words],
  );
  if (named === undefined) return;
  const version = { documentId, id: newId() as TextVersionId, name: named, versionId: null };
  await stage.signedIn(by, (session) => stage.app.get(TextVersionService).name(session, version));
}

function reworded(node: DocumentNode, instead: NonNullable<SampleWriting['instead']>): DocumentNode {
  const text = node.text && instead.reduce((said, [was, is]) => said.replace(was, is), node.text);
  const content = node.content?.map((child) => reworded(child, instead));
  return { ...node, ...(text && { text }), ...(content && { content }) };
}

async function report(stage: Stage, key: string, { label }: SampleTarget, current: string): Promise<void> {
  const { id: goalId, version, partnershipId, targets, championId } = stage.goal(key);
  const target = targets.find((one) => one.label === label);
  const champion = [...stage.seats.values()].find(({ id }) => id === championId);
  if (!target || !champion) throw new Error(`the goal ${key} is not ready to be measured`);
  const input = { partnershipId, goalId, version, targetId: target.id, current };
  stage.goals.set(key, await stage.app.get(TargetService).report(champion, input));
}
