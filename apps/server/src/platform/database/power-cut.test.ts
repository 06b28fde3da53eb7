import { fsyncSync } from 'node:fs';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { type Embedded, embeddedClient, openEmbedded } from './embedded.js';

/**
 * A disk that keeps of every file what it held when it was last told to keep it, and nothing else: the worst that a
 * power cut can leave behind.
 */
class ForgetfulDisk {
  private isListening = true;

  constructor(
    private readonly folder: string,
    readonly kept: string,
  ) {}

  readonly sync = (descriptor: number, path: string): void => {
    fsyncSync(descriptor);
    if (!this.isListening) return;
    const copy = join(this.kept, relative(this.folder, path));
    if (statSync(path).isDirectory()) mkdirSync(copy, { recursive: true });
    else {
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(path, copy);
    }
  };

  cut(): void {
    this.isListening = false;
  }
}

describe('a power cut of the embedded database', () => {
  let place: string;
  const open: Embedded[] = [];
  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'mufakat-power-'));
    const made = await openEmbedded(join(place, 'database'));
    await made.close();
    await cp(join(place, 'database'), join(place, 'kept'), { recursive: true });
  }, 90_000);
  afterAll(async () => {
    for (const each of open) await each.close();
    await rm(place, { recursive: true, force: true });
  });

  async function start(folder: string, sync?: ForgetfulDisk['sync']): Promise<Client> {
    const database = await openEmbedded(folder, undefined, sync);
    open.push(database);
    const client = new (embeddedClient(database, undefined))({});
    await client.connect();
    return client;
  }

  it('loses nothing that was committed, before a checkpoint and after it, and nothing else is there', async () => {
    const disk = new ForgetfulDisk(join(place, 'database'), join(place, 'kept'));
    const before = await start(join(place, 'database'), disk.sync);
    await before.query('create table word (id int primary key, text text not null)');
    const write = (id: number) => before.query('insert into word values ($1, $2)', [id, `kata ${id} `.repeat(200)]);
    for (let id = 1; id <= 8; id += 1) await write(id);
    await before.query('checkpoint');
    for (let id = 9; id <= 16; id += 1) await write(id);
    await before.query('update word set text = upper(text) where id = 3');
    disk.cut();
    await write(17);

    const after = await start(disk.kept);
    const { rows } = await after.query<{ id: number; text: string }>('select id, left(text, 6) as text from word');
    expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_none, n) => n + 1));
    expect(rows.find(({ id }) => id === 3)?.text).toBe('KATA 3');
    await after.query('insert into word values (17, $1)', ['sekali lagi']);
  }, 90_000);
});
