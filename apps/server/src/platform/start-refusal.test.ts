import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Metrics, serveMetrics } from './observe/metrics.js';
import { startRefusalOf } from './start-refusal.js';

const failed = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a start that fails', () => {
  it('says in a sentence that the data folder cannot be written', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mufakat-refusal-'));
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const place of [file, join(file, 'below')])
      expect(startRefusalOf(failed(() => mkdirSync(place, { recursive: true })))).toMatch(
        /^\S+file(\/below)? cannot be written \(E\w+\); choose a folder that belongs to this user\.$/,
      );
    rmSync(folder, { recursive: true });
  });

  it('names the setting of the port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as { port: number };
    const taken: unknown = await new Promise((done) => createServer().once('error', done).listen(port, '127.0.0.1'));
    expect(startRefusalOf(taken)).toMatch(/set PORT to/);
    await expect(serveMetrics(new Metrics(), port)).rejects.toThrow(/set METRICS_PORT to/);
    server.close();
  });

  it('keeps its stack trace when it is a bug', () => {
    expect(startRefusalOf(new TypeError('a bug'))).toBeUndefined();
  });
});
