import { Injectable } from '@nestjs/common';
import { DomainError, type About, type changeMe, type Me, type ParsedOf } from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Mail } from '../../platform/outside/mail.js';
import { Settings } from '../../platform/settings.js';
import { DirectoryNews } from '../partnership/index.js';
import { MeReader } from './me-reader.js';
import { PersonStore } from './person.store.js';
import { SetupCode } from './setup-code.js';

/** What a person says about herself, and what this server says to everybody. */
@Injectable()
export class AccountService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly directories: DirectoryNews,
    private readonly me: MeReader,
    private readonly setup: SetupCode,
    private readonly mail: Mail,
    private readonly settings: Settings,
  ) {}

  async about(): Promise<About> {
    const { version, isDemo } = this.settings.given;
    return { version, isDemo, sendsMail: this.mail.sends, needsSetup: await this.setup.isWaited() };
  }

  async change(session: Session, { version, ...given }: ParsedOf<typeof changeMe>): Promise<Me> {
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const isNewest = await this.work.asSystem(async (db, record) => {
      const isNewest = await this.people.change(db, session.personId, version, change);
      const isSeen = 'name' in change || 'honorific' in change;
      if (isNewest && isSeen) await this.directories.personChanged(db, record, session.personId);
      return isNewest;
    });
    const me = await this.me.read(session.personId);
    if (!isNewest) throw new DomainError('version.stale', { current: me });
    return me;
  }
}
