import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefusal } from '../start-refusal.js';

/** Who holds a folder. Two processes can only be compared by number inside the same `home`. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  /** When the process began, in ticks since boot: the same number given to a later process is told apart by it. */
  readonly began: string;
  /** The machine's boot and the process namespace; another container numbers its processes for itself. */
  readonly home: string;
}

/** Another process has the folder open. */
export class FolderInUse extends StartRefusal {}

export interface FolderLock {
  release(): void;
}

export interface LockOptions {
  /** How often the holder touches its file, in milliseconds. */
  readonly heartbeat?: number;
  /** How long a holder that cannot be looked up may be silent before it counts as dead, in milliseconds. */
  readonly silence?: number;
  /** Called when another process took the folder over; by default this process stops at once, before it can write. */
  readonly onLost?: () => void;
}

/**
 * Takes a folder for this process alone. The embedded database has no lock of its own, and two writers destroy it.
 * A dead holder is replaced: looked up by number where that means something, else watched for a sign of life.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'database.lock');
  const mine: Holder = { token: randomUUID(), pid: process.pid, began: beginningOf(process.pid), home: home() };
  if (!create(file, mine) && !(await takeOver(file, mine, options.silence ?? 15_000))) throw inUse(folder, file);
  return keep(file, mine, options);
}

function keep(file: string, mine: Holder, { heartbeat = 2_000, onLost = stopAtOnce }: LockOptions): FolderLock {
  const holds = () => read(file)?.token === mine.token;
  const beat = setInterval(() => {
    if (holds()) return utimesSync(file, new Date(), new Date());
    clearInterval(beat);
    onLost();
  }, heartbeat);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (holds()) rmSync(file, { force: true });
    },
  };
}

/** Replaces a dead holder; a second file makes sure that of several takers only one looks and replaces. */
async function takeOver(file: string, mine: Holder, silence: number): Promise<boolean> {
  const seen = read(file);
  if (!(await isDead(file, seen, silence))) return false;
  const guard = `${file}.taking`;
  if (ageOf(guard) > 30_000) rmSync(guard, { force: true });
  if (!create(guard, mine)) return false;
  try {
    if (read(file)?.token !== seen?.token) return false;
    rmSync(file, { force: true });
    return create(file, mine);
  } finally {
    rmSync(guard, { force: true });
  }
}

async function isDead(file: string, holder: Holder | undefined, silence: number): Promise<boolean> {
  if (holder && holder.home === home()) return !isRunning(holder);
  const before = touchedAt(file);
  const until = Date.now() + silence;
  while (Date.now() < until) {
    await wait(Math.min(500, silence));
    if (touchedAt(file) !== before) return false;
  }
  return true;
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return beginningOf(holder.pid) === holder.began;
}

function create(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function ageOf(file: string): number {
  const touched = touchedAt(file);
  return touched === 0 ? 0 : Date.now() - touched;
}

function home(): string {
  return [
    hostname(),
    orNone(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    orNone(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
}

/** Empty where the system does not tell; then the number alone has to do. */
function beginningOf(pid: number): string {
  return orNone(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });
}

function orNone(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function inUse(folder: string, file: string): FolderInUse {
  const holder = read(file);
  const who = holder ? `process ${holder.pid}` : 'another process';
  return new FolderInUse(
    `The data folder ${folder} is in use by ${who}; stop it first or set DATA_DIR to another folder.`,
  );
}

function stopAtOnce(): void {
  console.error('Another process took over the data folder; stopping before anything is written twice.');
  process.exit(1);
}
