import { bytesToHex, hexToBytes } from './bytes.js';
import { digestOf, hashOf, noHead } from './link.js';
import { proposalOf, type Proposal } from './revision-check.js';

/** A text that was taken out of an entry: where it stood, the salt of its digest, and the text unless it was erased. */
export type EntryText = { path: string; salt: string; value: string | null };

/** An entry as it stands in the chain; hashes and salts in hexadecimal. */
export type ChainEntry = {
  sequence: number;
  name: string;
  by: string | null;
  at: string;
  data: unknown;
  texts: readonly EntryText[];
  previous: string;
  hash: string;
};

/** The hash of one entry, which stands for everything before it. */
export type Head = { sequence: number; hash: string };

/**
 * What is wrong, and at which entry: a number is missing · it does not follow the one before · it does not say what
 * was hashed · a text is not the one that was hashed · the chain ends elsewhere · somebody saw another hash here ·
 * a receipt says another hash or is not signed · a frozen version is not what was proposed.
 */
export type Fault = {
  sequence: number;
  fault: 'gap' | 'chain' | 'hash' | 'text' | 'head' | 'seen' | 'receipt' | 'revision';
};

/** Recomputes a chain entry by entry, in the order of their sequence. */
export class ChainCheck {
  readonly faults: Fault[] = [];
  readonly proposals = new Map<string, Proposal>();
  /** The public keys the chain names, by their id. */
  readonly keys = new Map<string, string>();
  private readonly watched = new Map<number, string | null>();
  private last: Head;

  /** Begins at the first entry, or after an entry that is known to be right. */
  constructor(
    private readonly spaceId: string,
    after: Head = { sequence: 0, hash: bytesToHex(noHead) },
  ) {
    this.last = after;
    this.watched.set(after.sequence, after.hash);
  }

  get head(): Head {
    return this.last;
  }

  /** Remembers the hash of this entry when it comes by. */
  watch(sequence: number): void {
    if (!this.watched.has(sequence)) this.watched.set(sequence, null);
  }

  /** The hash of a watched entry, or null when the chain has none there. */
  hashAt(sequence: number): string | null {
    return this.watched.get(sequence) ?? null;
  }

  add(entry: ChainEntry): void {
    const { sequence, previous, hash, name, by, at, data } = entry;
    const wrong = (fault: Fault['fault']) => this.faults.push({ sequence, fault });
    if (sequence !== this.last.sequence + 1) wrong('gap');
    if (previous !== this.last.hash) wrong('chain');
    const link = { spaceId: this.spaceId, sequence, name, by, at, data };
    if (bytesToHex(hashOf(bytesOf(previous), link)) !== hash) wrong('hash');
    if (!areTextsRight(data, entry.texts)) wrong('text');
    if (this.watched.has(sequence)) this.watched.set(sequence, hash);
    this.learn(entry);
    this.last = { sequence, hash };
  }

  /** Ends the check: the chain must reach exactly the head it is said to have. */
  end(head: Head): void {
    if (head.sequence !== this.last.sequence || head.hash !== this.last.hash)
      this.faults.push({ sequence: this.last.sequence, fault: 'head' });
  }

  /** Compares with what somebody saw of this chain before. */
  compare(seen: Head): void {
    if (this.hashAt(seen.sequence) !== seen.hash) this.faults.push({ sequence: seen.sequence, fault: 'seen' });
  }

  private learn(entry: ChainEntry): void {
    const proposal = proposalOf(entry);
    if (proposal) this.proposals.set(proposal.id, proposal);
    if (entry.name !== 'proof.key-used') return;
    const { keyId, publicKey } = entry.data as { keyId: string; publicKey: string };
    this.keys.set(keyId, publicKey);
  }
}

/** Each text gives the digest that stands in its place, and each digest has its text, be it an erased one. */
function areTextsRight(data: unknown, texts: readonly EntryText[]): boolean {
  if (countDigests(data) !== texts.length) return false;
  return texts.every(({ path, salt, value }) => {
    const digest = digestAt(data, path);
    return digest !== undefined && (value === null || digest === digestOf(bytesOf(salt), value));
  });
}

function digestAt(data: unknown, path: string): unknown {
  const place = path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown> | null)?.[name], data);
  return (place as { digest?: unknown } | null | undefined)?.digest;
}

function countDigests(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const values = Object.values(node);
  if (values.length === 1 && typeof values[0] === 'string' && 'digest' in node) return 1;
  return values.reduce<number>((sum, value) => sum + countDigests(value), 0);
}

/** Bytes of hexadecimal; what is none has been tampered with and gives no bytes. */
function bytesOf(hex: string): Uint8Array {
  try {
    return hexToBytes(hex);
  } catch {
    return new Uint8Array();
  }
}
