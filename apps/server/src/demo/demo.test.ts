import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentText } from '@mufakat/collab';
import {
  interestMap,
  type Dashboard,
  type Directory,
  type Goal,
  type InterestRound,
  type Meeting,
  type PartnershipId,
  type Task,
} from '@mufakat/domain';
import { fold, emptyUpdate } from '@mufakat/broker';
import { openWorkspace, type Workspace } from '../../test/workspace.js';
import { verifyJournal } from '../platform/journal/verify-journal.js';
import { PostgresRoomStore } from '../platform/rooms/postgres-room-store.js';
import { prepareDemoFolder, signDemoMade } from './demo-folder.js';
import { makeDemo } from './make-demo.js';

let workspace: Workspace;
let hadi: { token: string };
let partnershipId: PartnershipId;
let directory: Directory;
const told: string[] = [];

/** Signs in as one of the sample people, by name. */
async function as(name: string): Promise<{ token: string; partnerships: PartnershipId[] }> {
  const people = (await workspace.call(null, 'listDemoPeople', {})).body;
  const person = people.find((one) => one.name === name);
  const answer = await workspace.call(null, 'signInAsDemoPerson', { personId: person!.id });
  const token = /sid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
  return { token, partnerships: answer.body.seats.map((seat) => seat.partnershipId) };
}

const partnerId = (name: string) => directory.partners.find(({ organization }) => organization.name === name)!.id;

beforeAll(async () => {
  workspace = await openWorkspace({ isDemo: true });
  await makeDemo(workspace.app, workspace.clock, (line) => told.push(line));
  const signedIn = await as('Hadi Santoso');
  hadi = signedIn;
  partnershipId = signedIn.partnerships[0]!;
  directory = (await workspace.call(hadi, 'readDirectory', { partnershipId })).body;
}, 120_000);
afterAll(() => workspace.close());

describe('the demo', () => {
  it('seats nineteen people, three of them with a phone only, and the facilitator at both tables', async () => {
    const people = (await workspace.call(null, 'listDemoPeople', {})).body;
    expect(people).toHaveLength(19);
    const logins = await workspace.sql<{ email: string | null }>('select email from person');
    expect(logins.filter(({ email }) => email === null)).toHaveLength(3);
    expect((await as('Ratna Wijayanti')).partnerships).toHaveLength(2);
    expect(directory.partners.map(({ organization, standing }) => [organization.letters, standing])).toEqual([
      ['FM', 'facilitator'],
      ['JL', 'full'],
      ['UB', 'full'],
      ['RS', 'full'],
      ['KM', 'full'],
      ['AT', 'full'],
      ['PK', 'observer'],
      ['NL', 'observer'],
    ]);
  });

  it('holds seven goals, 46 shared tasks and the own private ones, and fourteen meetings', async () => {
    const goals = (await workspace.call(hadi, 'listGoals', { partnershipId })).body as Goal[];
    expect(goals).toHaveLength(7);
    const tasks = (await workspace.call(hadi, 'listTasks', { partnershipId })).body as Task[];
    expect(tasks.filter(({ spaceId }) => spaceId === directory.spaces.shared)).toHaveLength(46);
    expect(tasks.filter(({ spaceId }) => spaceId === directory.spaces.own)).toHaveLength(2);
    expect(tasks.filter(({ state, waitingFor }) => state === 'waiting' && /oven/.test(waitingFor))).toHaveLength(4);
    const meetings = (await workspace.call(hadi, 'listMeetings', { partnershipId })).body as Meeting[];
    expect(meetings.filter(({ state }) => state === 'ended')).toHaveLength(12);
    const ahead = meetings.filter(({ state }) => state === 'scheduled').map(({ startsAt }) => startsAt);
    expect(ahead).toEqual(['2026-11-24T02:30:00.000Z', '2026-11-25T07:00:00.000Z']);
  });

  it('has an open map of interests, which shows whose trade the timber is, and a sealed one at the younger table', async () => {
    const at = { partnershipId };
    const [round] = (await workspace.call(hadi, 'listInterestRounds', at)).body as InterestRound[];
    const map = round && interestMap(round);
    expect(round?.goals.find(({ goalId }) => goalId === map?.goals[0]?.goalId)?.title).toContain('jati');
    expect(map?.alignment).toBeCloseTo(0.61, 1);
    const imron = await as('Imron Fauzi');
    const young = { partnershipId: imron.partnerships[0]! };
    const [asked] = (await workspace.call(imron, 'listInterestRounds', young)).body as InterestRound[];
    expect(asked).toMatchObject({ state: 'asking', answers: [], sealed: [{}, {}] });
  });

  it('counts on the dashboard what can be counted by hand', async () => {
    const { onTime, unowned, goals } = (await workspace.call(hadi, 'readDashboard', { partnershipId, period: '90' }))
      .body as Dashboard;
    const rates = new Map(onTime.byPartner.map(({ partnerId: id, rate }) => [id, rate]));
    expect(onTime.all).toEqual({ numerator: 26, denominator: 34, share: 26 / 34 });
    expect(rates.get(partnerId('CV Jati Lestari'))).toEqual({ numerator: 7, denominator: 8, share: 7 / 8 });
    expect(rates.get(partnerId('UD Ukir Barokah'))).toEqual({ numerator: 6, denominator: 7, share: 6 / 7 });
    expect(rates.get(partnerId('PT Rimba Senenan'))).toEqual({ numerator: 5, denominator: 7, share: 5 / 7 });
    expect(rates.get(partnerId('UD Kayu Makmur'))).toEqual({ numerator: 5, denominator: 8, share: 5 / 8 });
    // Four facts carry no percentage.
    expect(rates.get(partnerId('CV Anyam Teluk Wetan'))).toEqual({ numerator: 3, denominator: 4, share: null });
    expect(unowned.rate).toEqual({ numerator: 3, denominator: 11, share: 3 / 11 });
    // 176 of 364 days are gone.
    expect(goals.map(({ progress, pace }) => [progress === null ? null : Number(progress.toFixed(4)), pace])).toEqual([
      [0.25, 'attention'],
      [0.5111, 'on-track'],
      [0.2, 'stuck'],
      [0.44, 'on-track'],
      [0.425, 'on-track'],
      [0.375, 'attention'],
      [0, null],
    ]);
  });

  it('writes its texts in the names of people of two firms, and its tasks point to lines of the notes', async () => {
    const goals = (await workspace.call(hadi, 'listGoals', { partnershipId })).body as Goal[];
    const authors = await workspace.sql<{ people: number }>(
      'select count(distinct person_id)::int as people from document_client where document_id = $1',
      [goals[1]!.documentId],
    );
    expect(authors).toEqual([{ people: 3 }]);
    const stored = await workspace.app.get(PostgresRoomStore).load(goals[0]!.documentId);
    const text = documentText(fold(stored?.base ?? emptyUpdate, stored!.tail));
    expect(text).toContain('naik dari 2 menjadi 6 pada 31 Mei 2027');
    expect(text).toContain('@Endang Pratiwi');
    expect(text).not.toContain('Contoh:');
    const tasks = (await workspace.call(hadi, 'listTasks', { partnershipId })).body as Task[];
    const fromNotes = tasks.flatMap(({ origin }) => origin ?? []);
    expect(fromNotes.length).toBeGreaterThan(25);
    expect(fromNotes.every(({ anchor }) => anchor !== '')).toBe(true);
  });

  it('leaves a journal that verifies, in the order of time, and a clock that stands where it stood', async () => {
    const { entries, faults } = await verifyJournal({
      query: (text, values) => workspace.sql(text, values as unknown[]) as never,
    });
    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(500);
    const times = (await workspace.journal(directory.spaces.shared)).map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)! <= '2026-11-24T02:00:00.000Z').toBe(true);
    expect(workspace.clock.now().toISOString()).toBe('2026-11-24T02:00:00.000Z');
    expect(told.length).toBeGreaterThan(3);
  });

  it('gives everybody a day with something in it, and only the news of the last days', async () => {
    for (const name of ['Hadi Santoso', 'Siti Aminah', 'Laila Rahmawati', 'Dimas Prakoso']) {
      const today = (await workspace.call(await as(name), 'readToday', { partnershipId })).body;
      expect(today.needs.length).toBeGreaterThan(0);
      expect(today.meetings).toHaveLength(2);
      expect(today.changes.length).toBeGreaterThan(1);
      expect(today.since).toBe('2026-11-21T12:00:00.000Z');
    }
  });
});

describe('the folder of the demo', () => {
  const open = (reset = false) => prepareDemoFolder(folder, { reset });
  let folder = '';
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'mufakat-demo-')), 'demo');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const database = () => join(folder, 'database');

  it('is made once, made anew when it was left half made, and on request', async () => {
    expect(await open()).toBe(true);
    await mkdir(database());
    expect(await open()).toBe(true);
    await expect(readFile(database())).rejects.toThrow('ENOENT');
    await mkdir(database());
    await signDemoMade(folder);
    expect(await open()).toBe(false);
    expect(await open(true)).toBe(true);
    await expect(readFile(database())).rejects.toThrow('ENOENT');
  });

  it('is refused and left alone when it holds real data', async () => {
    await rm(folder, { recursive: true });
    await mkdir(database(), { recursive: true });
    await writeFile(join(database(), 'PG_VERSION'), '17');
    await expect(open()).rejects.toThrow('real data');
    await expect(open(true)).rejects.toThrow('real data');
    expect(await readFile(join(database(), 'PG_VERSION'), 'utf8')).toBe('17');
  });
});
