import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, sha256, utf8ToBytes } from './bytes.js';
import type { ChainCheck } from './chain-check.js';
import { canonical } from './link.js';

/** What the server vouches for to one firm: that the entry of a sign-off, and all before it, has this hash. */
export type Statement = {
  format: 'mufakat.receipt/1';
  partnershipId: string;
  spaceId: string;
  /** The firm that holds the receipt. */
  partnerId: string;
  sequence: number;
  /** The hash of the entry, in hexadecimal. */
  hash: string;
  /** The name of the entry, such as `goal.signed`. */
  name: string;
  goalId: string;
  /** The hash of the content that was signed. */
  contentHash: string;
  at: string;
  keyId: string;
};

/** A statement with the key and its signature (Ed25519), in hexadecimal. */
export type Receipt = { statement: Statement; publicKey: string; signature: string };

/** The bytes that are signed: the statement as canonical JSON. */
export function signedBytes(statement: Statement): Uint8Array {
  return utf8ToBytes(canonical(statement));
}

/** Names a key: the first 16 digits of the SHA-256 of its 32 bytes. */
export function keyIdOf(publicKey: Uint8Array): string {
  return bytesToHex(sha256(publicKey)).slice(0, 16);
}

/** Whether the key that the receipt names signed exactly what it says. */
export function isSigned({ statement, publicKey, signature }: Receipt): boolean {
  try {
    const key = hexToBytes(publicKey);
    return keyIdOf(key) === statement.keyId && ed25519.verify(hexToBytes(signature), signedBytes(statement), key);
  } catch {
    return false;
  }
}

/** Whether a receipt is signed with a key of the chain and the chain still says what it says. */
export function isKept(receipt: Receipt, chain: Pick<ChainCheck, 'keys' | 'hashAt'>): boolean {
  const { keyId, sequence, hash } = receipt.statement;
  return isSigned(receipt) && chain.keys.get(keyId) === receipt.publicKey && chain.hashAt(sequence) === hash;
}
