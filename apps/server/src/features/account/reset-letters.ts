import { Injectable } from '@nestjs/common';
import { Mail } from '../../platform/outside/mail.js';
import { Settings } from '../../platform/settings.js';
import type { Credentials } from './person.store.js';
import { ResetCodes } from './reset-codes.js';
import { resetLetter } from './reset-letter.js';

/** Sends reset codes by mail, where this server can. */
@Injectable()
export class ResetLetters {
  constructor(
    private readonly codes: ResetCodes,
    private readonly mail: Mail,
    private readonly settings: Settings,
  ) {}

  get canSend(): boolean {
    return this.mail.sends;
  }

  /** A new code to the person's own address; nothing when there is none or the account is suspended. */
  async send({ id, email, locale, suspended_at }: Credentials): Promise<void> {
    if (!email || suspended_at) return;
    const { code } = await this.codes.issue(id, 'mail', null);
    await this.mail.send(resetLetter(locale, { to: email, code, publicUrl: this.settings.given.publicUrl }));
  }
}
