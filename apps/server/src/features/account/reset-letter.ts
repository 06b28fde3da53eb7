import type { Locale } from '@mufakat/domain';
import type { Letter } from '../../platform/outside/mail.js';

/** The letter that brings a reset code, in the person's language. */
export function resetLetter(locale: Locale, of: { to: string; code: string; publicUrl: string }): Letter {
  const words = {
    id: {
      subject: 'Kode untuk kata sandi baru',
      lines: [
        `Kode Anda: ${of.code}`,
        '',
        `Buka ${of.publicUrl} lalu pilih “Lupa kata sandi”. Kode ini berlaku satu jam dan hanya sekali.`,
        'Bukan Anda yang meminta? Abaikan surat ini; kata sandi Anda tetap.',
      ],
    },
    en: {
      subject: 'Code for a new password',
      lines: [
        `Your code: ${of.code}`,
        '',
        `Open ${of.publicUrl} and choose “Forgot password”. The code works once, within an hour.`,
        'You did not ask for it? Ignore this letter; your password stays.',
      ],
    },
  }[locale];
  return { to: of.to, subject: words.subject, text: words.lines.join('\n') };
}
