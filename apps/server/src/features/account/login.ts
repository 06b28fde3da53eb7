import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import * as z from 'zod';

/** What a person signs in with, in the one spelling that is stored. */
export type ParsedLogin = { email: string } | { phone: string };

const Email = z.email().max(254);

/** Reads an e-mail address or a phone number as typed; "0812…", "+62 812…" and "62812…" are the same number. */
export function parseLogin(text: string): ParsedLogin | null {
  const typed = text.trim();
  if (typed.includes('@')) {
    const email = Email.safeParse(typed.toLowerCase());
    return email.success ? { email: email.data } : null;
  }
  if (!/^[\d\s()+./-]+$/.test(typed)) return null;
  const number = parsePhoneNumberFromString(typed, 'ID');
  return number?.isPossible() ? { phone: number.number } : null;
}

/** The stored spelling. */
export function loginText(login: ParsedLogin): string {
  return 'email' in login ? login.email : login.phone;
}
