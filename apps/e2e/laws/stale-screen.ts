import type {
  ClientToServer,
  Directory,
  DocumentId,
  GoalId,
  JournalEntry,
  PartnershipId,
  ServerToClient,
  SpaceId,
  TaskId,
} from '@mufakat/domain';
import { QueryClient, type QueryKey, QueryObserver, type QueryObserverOptions } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import { liveHandlers } from '@/app/live-handlers';
import { goalQuery, goalsQuery } from '@/features/goal/goal.queries';
import { roundsQuery } from '@/features/interest/interest.queries';
import { meetingsQuery } from '@/features/meeting/meeting.queries';
import { charterQuery } from '@/features/partnership/charter.queries';
import { invitationsQuery } from '@/features/partnership/partnership.queries';
import { taskQuery, tasksQuery } from '@/features/task/task.queries';
import { versionsQuery } from '@/features/version/version.queries';
import { Live } from '@/lib/live';
import { directoryQuery } from '@/lib/partnership';
import type { Running, Sitting } from '../../server/test/workspace.js';

/** What a screen shows, by the name of the question; lists in the order of their ids, since screens sort them. */
export type Shown = Record<string, unknown>;
type Subjects = { goals: readonly GoalId[]; tasks: readonly TaskId[]; texts: readonly DocumentId[] };
type Question = QueryObserverOptions & { queryKey: QueryKey };

/** Sends what the pages ask to the workspace, as the one who looks. Answers how to put the real one back. */
export function askAs({ url }: Running, { token }: { token: string }): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (address, init) =>
    typeof address === 'string' && address.startsWith('/')
      ? real(url + address, { ...init, headers: { ...init?.headers, origin: url, cookie: `sid=${token}` } })
      : real(address, init);
  return () => {
    globalThis.fetch = real;
  };
}

/** Everything the screens of one partnership keep as records, as somebody who has all of them open sees it. */
function questions(id: PartnershipId, { goals, tasks, texts }: Subjects): Map<string, Question> {
  const all = [
    directoryQuery(id),
    goalsQuery(id),
    tasksQuery(id),
    meetingsQuery(id),
    roundsQuery(id),
    invitationsQuery(id),
    charterQuery(id),
    ...goals.map((goalId) => goalQuery(id, goalId)),
    ...tasks.map((taskId) => taskQuery(id, taskId)),
    ...texts.map((documentId) => versionsQuery(documentId)),
  ] as unknown as Question[];
  return new Map(all.map((question) => [question.queryKey.slice(2).join(' '), question]));
}

/** A screen that stays open: it asks once, and from then on only hears the journal. */
export class StaleScreen {
  private readonly cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly live: Live;
  private readonly heard = new Map<SpaceId, number>();
  private readonly looks: (() => void)[] = [];
  private readonly shown = new Map<string, QueryObserver>();

  constructor(
    private readonly workspace: Running,
    private readonly viewer: Sitting,
  ) {
    this.socket = io(workspace.url, {
      transports: ['websocket'],
      autoConnect: false,
      extraHeaders: { origin: workspace.url, cookie: `sid=${viewer.token}` },
    });
    this.live = new Live(this.socket, this.cache, liveHandlers, () => undefined);
    this.socket.on('entry', ({ spaceId, sequence }: JournalEntry) => {
      this.heard.set(spaceId, Math.max(sequence, this.heard.get(spaceId) ?? 0));
    });
  }

  /** Opens every screen and follows the journals from where the directory stands, or from the very beginning. */
  async open(subjects: Subjects, from: 'now' | 'the beginning' = 'now'): Promise<void> {
    for (const [name, question] of questions(this.viewer.partnershipId, subjects)) {
      if (this.shown.has(name)) continue;
      const observer = new QueryObserver(this.cache, question);
      this.shown.set(name, observer);
      this.looks.push(observer.subscribe(() => undefined));
    }
    await this.quiet();
    const { spaces, sequences } = this.directory();
    for (const [spaceId, sequence] of [
      [spaces.shared, sequences.shared],
      [spaces.own, sequences.own],
    ] as const) {
      const after = from === 'now' ? sequence : 0;
      if (!this.heard.has(spaceId)) this.heard.set(spaceId, after);
      this.live.follow(spaceId, after);
    }
    this.live.start();
  }

  /** Waits until everything that happened has reached this screen and what it asks for has been answered. */
  async caughtUp(): Promise<void> {
    await this.workspace.settled();
    const heads = await this.workspace.sql<{ id: SpaceId; sequence: string }>(
      'select id, sequence from space where id = any($1)',
      [[...this.heard.keys()]],
    );
    await until(() => heads.every(({ id, sequence }) => (this.heard.get(id) ?? 0) >= Number(sequence)));
    await this.quiet();
  }

  /** What this screen shows now. */
  now(): Shown {
    return Object.fromEntries(
      [...this.shown].map(([name, observer]) => [name, plain(observer.getCurrentResult().data)]),
    );
  }

  close(): void {
    for (const leave of this.looks) leave();
    this.live.stop();
    this.cache.clear();
  }

  private directory(): Directory {
    const held = this.cache.getQueryData(directoryQuery(this.viewer.partnershipId).queryKey);
    if (!held) throw new Error('the directory was not answered');
    return held;
  }

  private quiet(): Promise<void> {
    return until(() => this.cache.isFetching() === 0);
  }
}

/** What somebody who opens the same screens this moment sees. */
export async function freshScreen(viewer: Sitting, subjects: Subjects): Promise<Shown> {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const shown: Shown = {};
  for (const [name, question] of questions(viewer.partnershipId, subjects)) {
    const observer = new QueryObserver(cache, question);
    const leave = observer.subscribe(() => undefined);
    await until(() => !observer.getCurrentResult().isFetching);
    shown[name] = plain(observer.getCurrentResult().data);
    leave();
  }
  cache.clear();
  return shown;
}

/** Without the order of lists, which screens make themselves, and without how far the journal was read. */
function plain(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plain).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.flatMap(([name, value]) => (name === 'sequences' ? [] : [[name, plain(value)]])));
}

const keyOf = (record: unknown) => {
  const { id, seatId } = (record ?? {}) as { id?: string; seatId?: string };
  return id ?? seatId ?? JSON.stringify(record);
};

async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('it did not happen within 5 s');
    await new Promise((done) => setTimeout(done, 5));
  }
}
