import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

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
export const noHead = Buffer.alloc(32);

/** SHA-256 of the previous hash followed by the entry as canonical JSON (RFC 8785). */
export function hashOf(previous: Uint8Array, link: Link): Buffer {
  const text = canonicalize(link);
  if (text === undefined) throw new TypeError('an entry must be JSON');
  return createHash('sha256').update(previous).update(text, 'utf8').digest();
}
