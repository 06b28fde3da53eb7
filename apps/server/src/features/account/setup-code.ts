import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { Settings } from '../../platform/settings.js';
import { PersonStore } from './person.store.js';

const lasts = 60 * 60 * 1000;

/** The one-time code that makes the first person: printed at start and kept in a file only the owner can read. */
@Injectable()
export class SetupCode {
  constructor(
    private readonly settings: Settings,
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly clock: Clock,
  ) {}

  /** Makes a fresh code when nobody is there yet; null when the server is set up or is a demo. */
  async announce(): Promise<string | null> {
    if (!(await this.isWaited())) {
      await this.burn();
      return null;
    }
    const code = randomBytes(16).toString('hex').toUpperCase().match(/.{4}/g)?.join('-') ?? '';
    const until = new Date(this.clock.now().getTime() + lasts);
    await mkdir(this.settings.given.dataDir, { recursive: true, mode: 0o700 });
    await this.burn();
    await writeFile(this.file, `${code}\n${until.toISOString()}\n`, { mode: 0o600, flag: 'wx' });
    return code;
  }

  /** Whether the server waits for its first person. */
  async isWaited(): Promise<boolean> {
    return !this.settings.given.isDemo && !(await this.work.asSystem((db) => this.people.hasAnybody(db)));
  }

  async matches(typed: string): Promise<boolean> {
    const [code, until] = (await readFile(this.file, 'utf8').catch(() => '')).split('\n');
    if (!code || !until || this.clock.now() >= new Date(until)) return false;
    const [given, wanted] = [Buffer.from(plain(typed)), Buffer.from(plain(code))];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  async burn(): Promise<void> {
    await rm(this.file, { force: true });
  }

  private get file(): string {
    return join(this.settings.given.dataDir, 'setup-code');
  }
}

function plain(code: string): string {
  return code.replace(/[^0-9a-z]/gi, '').toUpperCase();
}
