import { readFileSync } from 'node:fs';

/** Processes whose CPU is counted together: one with its children, such as PostgreSQL, or one alone. */
export interface Watched {
  name: string;
  pid: number;
}

const microsecondsPerTick = 10_000;

/** CPU microseconds of a process and of its children, those that ended included. */
export function cpuOf(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const ended = Number(own[13]) + Number(own[14]);
  const children = childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), 0);
  return (Number(own[11]) + Number(own[12]) + ended) * microsecondsPerTick + children;
}

/** Resident memory in bytes. */
export function memoryOf(pid: number): number {
  const status = readText(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

/** The fields after the name, which itself may hold spaces; the first is the state. */
function statOf(pid: number): string[] | null {
  const text = readText(`/proc/${pid}/stat`);
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : null;
}

function childrenOf(pid: number): number[] {
  return readText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
