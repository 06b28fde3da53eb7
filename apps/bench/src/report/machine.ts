import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

/** What has to be known to read the figures. */
export interface Machine {
  date: string;
  commit: string;
  cpu: string;
  memory: string;
  system: string;
  node: string;
  postgres: string;
  /** Processes waiting for a core in the last minute, before the run began. */
  load: string;
  versions: Record<string, string>;
}

const compared = ['@hocuspocus/server', '@y/websocket-server', 'y-leveldb', 'y-crossws', 'ws', 'yjs'];

export function machine(postgres: string): Machine {
  const [first] = cpus();
  return {
    date: new Date().toISOString(),
    commit: commit(),
    cpu: `${cpus().length} x ${first?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
    postgres,
    load: readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '',
    versions: Object.fromEntries(compared.map((name) => [name, versionOf(name)])),
  };
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' and changes' : '');
  } catch {
    return 'unknown';
  }
}
