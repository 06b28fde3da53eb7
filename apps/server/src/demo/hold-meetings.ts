import { fragmentName, type DocumentNode } from '@mufakat/collab';
import type { AgendaItemId, Attendance, DocumentId, Meeting, MeetingId, Task } from '@mufakat/domain';
import { generateNKeysBetween } from 'fractional-indexing';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { AgendaService } from '../features/meeting/agenda.service.js';
import { MeetingService } from '../features/meeting/meeting.service.js';
import { createTask } from './do-tasks.js';
import type { SampleMeeting, SampleMinutes, SampleTask } from './sample.js';
import { workingHour, type Scene, type Stage } from './stage.js';

/** How the meetings were called and held, and which tasks were made from their notes. */
export function meetingScenes(stage: Stage, made: Map<SampleTask, Task>): Scene[] {
  const { calendar, table } = stage;
  return Object.entries(table.meetings).flatMap(([key, meeting], index) => [
    { at: calendar.moment(meeting.scheduled, workingHour(index + 11)), play: () => call(stage, key, meeting) },
    ...(meeting.held ? holding(stage, key, { meeting, held: meeting.held }, made) : []),
  ]);
}

function holding(
  stage: Stage,
  key: string,
  { meeting, held }: { meeting: SampleMeeting; held: SampleMinutes },
  made: Map<SampleTask, Task>,
): Scene[] {
  const [begin, end] = meeting.hours.map((hour) => stage.calendar.moment(meeting.on, hour)) as [Date, Date];
  const within = (share: number) => new Date(begin.getTime() + share * (end.getTime() - begin.getTime()));
  return [
    { at: begin, play: () => open(stage, key, meeting, held) },
    { at: within(0.5), play: () => write(stage, key, held.writers[0], ['Yang dibahas', bullets(held.discussed)]) },
    { at: within(0.8), play: () => write(stage, key, held.writers[1], ['Yang disepakati', bullets(held.agreed)]) },
    { at: within(0.9), play: () => makeTasks(stage, key, held, made) },
    { at: end, play: () => close(stage, key, meeting, held) },
  ];
}

async function call(stage: Stage, key: string, meeting: SampleMeeting): Promise<void> {
  const { app, calendar, partnershipId } = stage;
  const seat = stage.seat(meeting.by);
  const meetings = app.get(MeetingService);
  const [startsAt, endsAt] = timesOf(stage, meeting);
  let held = await meetings.schedule(seat, {
    partnershipId,
    id: newId() as MeetingId,
    documentId: newId() as DocumentId,
    title: calendar.write(meeting.title),
    startsAt,
    endsAt,
    place: meeting.place,
    url: '',
    locale: 'id',
  });
  const at = () => ({ partnershipId, meetingId: held.id, version: held.version });
  held = await meetings.change(seat, { ...at(), chairId: stage.seat(meeting.chair).id });
  const ranks = generateNKeysBetween(null, null, meeting.agenda.length);
  for (const [index, [title, kind, minutes, presenter]] of meeting.agenda.entries()) {
    const presenterId = presenter ? stage.firm(presenter).partnerId : null;
    const item = { agendaItemId: newId() as AgendaItemId, title, kind, minutes, presenterId };
    held = await app.get(AgendaService).add(seat, { ...at(), ...item, rank: ranks[index] ?? 'a0' });
  }
  stage.meetings.set(key, held);
}

function timesOf({ calendar }: Stage, meeting: SampleMeeting): [string, string] {
  const [from, to] = meeting.hours.map((hour) => calendar.moment('2026-11-24', hour)) as [Date, Date];
  const begin = meeting.on === 'today' ? calendar.soonToday : calendar.moment(meeting.on, meeting.hours[0]);
  return [begin.toISOString(), new Date(begin.getTime() + to.getTime() - from.getTime()).toISOString()];
}

async function open(stage: Stage, key: string, { chair }: SampleMeeting, minutes: SampleMinutes): Promise<void> {
  const meetings = stage.app.get(MeetingService);
  const { id: meetingId, partnershipId, version } = stage.meeting(key);
  const seat = stage.seat(chair);
  let held = await meetings.move(seat, { partnershipId, meetingId, version, state: 'running' });
  const { present, excused = [], absent = [] } = minutes;
  const there: [readonly string[], Attendance['status']][] = [
    [present, 'present'],
    [excused, 'excused'],
    [absent, 'absent'],
  ];
  for (const [people, status] of there) {
    for (const person of people) {
      const seatId = stage.seat(person).id;
      held = await meetings.setAttendance(seat, { partnershipId, meetingId, seatId, status });
    }
  }
  stage.meetings.set(key, held);
}

async function close(stage: Stage, key: string, { chair }: SampleMeeting, { postponed = 0 }: SampleMinutes) {
  const { app, partnershipId } = stage;
  let held = stage.meeting(key);
  const seat = stage.seat(chair);
  const at = () => ({ partnershipId, meetingId: held.id, version: held.version });
  for (const [index, { id: agendaItemId }] of held.agenda.entries()) {
    const state = index < held.agenda.length - postponed ? 'done' : 'postponed';
    held = await app.get(AgendaService).change(seat, { ...at(), agendaItemId, state });
  }
  stage.meetings.set(key, await app.get(MeetingService).move(seat, { ...at(), state: 'ended' }));
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Puts words under a heading of the notes, in place of the empty lines that wait there. */
async function write(stage: Stage, key: string, by: string, [heading, text]: readonly [string, string]) {
  const words = stage.read(text);
  return stage.write(by, stage.meeting(key).documentId, (before) => {
    const at = before.findIndex((node) => node.type === 'heading' && node.content?.[0]?.text === heading);
    const next = before.findIndex((node, index) => index > at && node.type === 'heading');
    const rest = next === -1 ? [] : before.slice(next);
    return [...before.slice(0, at + 1), ...words, ...rest] satisfies DocumentNode[];
  });
}

/** Each thing to do becomes a line of the notes first, then a task that points back to its line. */
async function makeTasks(stage: Stage, key: string, { writers }: SampleMinutes, made: Map<SampleTask, Task>) {
  const tasks = stage.table.tasks.filter(({ meeting }) => meeting === key);
  if (tasks.length === 0) return;
  const lines = tasks.map((task) => stage.calendar.write(task.title));
  const text = lines.map((line) => `[ ] ${line}`).join('\n');
  const notes = await write(stage, key, writers[1], ['Yang harus dikerjakan', text]);
  for (const [index, task] of tasks.entries()) {
    const origin = { kind: 'meeting' as const, ...pointTo(stage.meeting(key), notes, lines[index] ?? '') };
    const rank = `a${index}${stage.table.tasks.indexOf(task)}a`;
    made.set(task, await createTask(stage, task, { rank, origin }));
  }
}

/** The place of a line as a Yjs relative position, which stays true while others write above it. */
function pointTo(meeting: Meeting, notes: Uint8Array, quote: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, notes);
  const isLine = (node: unknown): node is Y.XmlText => node instanceof Y.XmlText && node.toString().startsWith(quote);
  const [line] = doc.getXmlFragment(fragmentName).createTreeWalker(isLine);
  const position = line && Y.createRelativePositionFromTypeIndex(line, 0, 0);
  const anchor = position ? Buffer.from(Y.encodeRelativePosition(position)).toString('base64') : '';
  doc.destroy();
  return { meetingId: meeting.id, agendaItemId: null, anchor, quote };
}
