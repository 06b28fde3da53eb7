import type { INestApplication } from '@nestjs/common';
import type { OrganizationId, PartnershipId, Task } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { NotificationService } from '../features/notification/notification.service.js';
import { TodayService } from '../features/today/today.service.js';
import { JournalRelay } from '../platform/journal/journal-relay.js';
import type { Clock } from '../platform/outside/clock.js';
import { interestScenes } from './ask-interests.js';
import { agreementScenes } from './agree-goals.js';
import { taskScenes } from './do-tasks.js';
import { meetingScenes } from './hold-meetings.js';
import { muria } from './muria/muria.js';
import { pesisir } from './pesisir/pesisir.js';
import { goalScenes } from './pursue-goals.js';
import { SampleCalendar } from './sample-calendar.js';
import type { SampleTask } from './sample.js';
import { Stage, type Scene } from './stage.js';
import { seatingScenes, type Known } from './take-seats.js';

/** A clock that goes where it is told. */
export type Travelling = Pick<Clock, 'now'> & { set(moment: string): void };

/** The last evening on which everybody had read everything; what came after it is news. */
const lastVisit = '2026-11-21';

/**
 * Plays half a year of two partnerships through the product's own services, each act by its person and at its hour.
 * The clock ends where it began.
 */
export async function makeDemo(app: INestApplication, clock: Travelling, tell: (line: string) => void): Promise<void> {
  const now = clock.now();
  const calendar = new SampleCalendar(now);
  const known: Known = { organizations: new Map<string, OrganizationId>(), stages: [] };
  const scenes: Scene[] = [];
  for (const table of [muria, pesisir]) {
    const stage = new Stage(app, calendar, table, newId() as PartnershipId);
    scenes.push(...historyOf(stage, known));
    known.stages.push(stage);
  }
  const total = scenes.length;
  for (const [index, scene] of scenes.sort((a, b) => a.at.getTime() - b.at.getTime()).entries()) {
    // Nothing of the sample lies in the future, however early in the day it is made.
    clock.set(new Date(Math.min(scene.at.getTime(), now.getTime())).toISOString());
    await scene.play();
    if ((index + 1) % Math.ceil(total / 5) === 0) tell(`Making the demo: ${Math.round(((index + 1) / total) * 100)} %`);
  }
  await app.get(JournalRelay).settled();
  clock.set(now.toISOString());
}

function historyOf(stage: Stage, known: Known): Scene[] {
  const made = new Map<SampleTask, Task>();
  return [
    ...seatingScenes(stage, known),
    ...goalScenes(stage),
    ...interestScenes(stage),
    ...agreementScenes(stage),
    ...meetingScenes(stage, made),
    ...taskScenes(stage, made),
    { at: stage.calendar.moment(lastVisit, '19.00'), play: () => lookAround(stage) },
  ];
}

/** Everybody reads what there is, so that the first look shows the news of the last days only. */
async function lookAround({ app, seats }: Stage): Promise<void> {
  await app.get(JournalRelay).settled();
  for (const seat of seats.values()) {
    await app.get(NotificationService).read(seat);
    await app.get(TodayService).recordVisit(seat);
  }
}
