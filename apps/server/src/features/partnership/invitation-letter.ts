import type { Locale } from '@mufakat/domain';

/** The invitation as a mail, in the language of whoever invites. */
export function invitationLetter(locale: Locale, partnership: string, link: string): { subject: string; text: string } {
  if (locale === 'en') {
    return {
      subject: `Invitation to ${partnership}`,
      text: `You are invited to ${partnership} on Mufakat.\n\nOpen this link to see what it is about and to join (valid for 14 days):\n${link}\n`,
    };
  }
  return {
    subject: `Undangan ke ${partnership}`,
    text: `Anda diundang ke ${partnership} di Mufakat.\n\nBuka tautan ini untuk melihat isinya dan bergabung (berlaku 14 hari):\n${link}\n`,
  };
}
