import canonicalize from 'canonicalize';
import { base64, sha256, utf8ToBytes } from './bytes.js';

/** What the hash of an entry covers. Times are ISO strings, `data` holds digests instead of texts. */
export type Link = {
  spaceId: string;
  sequence: number;
  name: string;
  by: string | null;
  at: string;
  data: unknown;
};

/** The head of an empty chain: 32 zero bytes. */
export const noHead = new Uint8Array(32);

/** A value as the one text that is hashed: canonical JSON (RFC 8785). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('what is hashed must be JSON');
  return text;
}

/** SHA-256 of the previous hash followed by the entry as canonical JSON. */
export function hashOf(previous: Uint8Array, link: Link): Uint8Array {
  return sha256
    .create()
    .update(previous)
    .update(utf8ToBytes(canonical(link)))
    .digest();
}

/** What stands in an entry instead of a text that can be erased: base64 of SHA-256 over a salt and the text. */
export function digestOf(salt: Uint8Array, text: string): string {
  return base64(sha256.create().update(salt).update(utf8ToBytes(text)).digest());
}
