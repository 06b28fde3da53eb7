import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Settings } from '../settings.js';

/** A letter in plain text; what it says is made by the feature that sends it. */
export type Letter = { to: string; subject: string; text: string };

/** The only way out for mail. Without `SMTP_URL` the product sends none. Tests put their own in its place. */
@Injectable()
export class Mail {
  constructor(private readonly settings: Settings) {}

  get sends(): boolean {
    return this.settings.given.smtpUrl !== undefined;
  }

  async send(letter: Letter): Promise<void> {
    const { smtpUrl, publicUrl } = this.settings.given;
    if (smtpUrl === undefined) return;
    const transport = createTransport(smtpUrl);
    try {
      await transport.sendMail({ from: `Mufakat <no-reply@${new URL(publicUrl).hostname}>`, ...letter });
    } finally {
      transport.close();
    }
  }
}
