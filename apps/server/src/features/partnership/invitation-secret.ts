import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody confuses on paper (no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What opens an invitation: a link by itself, or a printed code together with the PIN. Only digests are kept. */
export type Secrets = { token: string; code: string; pin: string };

export function makeSecrets(): Secrets {
  return {
    token: randomBytes(32).toString('base64url'),
    code: Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    pin: String(randomInt(1_000_000)).padStart(6, '0'),
  };
}

/** What was typed as a printed code, when it can be one: ten letters and digits, however they are written. */
export function asCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return plain.length === 10 ? plain.replaceAll('O', '0').replace(/[IL]/g, '1') : null;
}

export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The PIN is short, so its digest is bound to the invitation; five wrong tries void it. */
export function pinDigest(invitationId: string, pin: string): Buffer {
  return digestOf(`${invitationId} ${pin}`);
}

export function isPin(digest: Buffer, invitationId: string, pin: string): boolean {
  return timingSafeEqual(digest, pinDigest(invitationId, pin));
}
