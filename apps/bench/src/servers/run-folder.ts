import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runFolder = mkdtempSync(join(tmpdir(), 'mufakat-bench-'));
process.once('exit', () => rmSync(runFolder, { recursive: true, force: true }));

/** A folder of its own for a server's files; it goes when the run ends. */
export function freshFolder(): Promise<string> {
  return mkdtemp(join(runFolder, 'server-'));
}
