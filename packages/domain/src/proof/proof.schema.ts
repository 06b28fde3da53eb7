import * as z from 'zod';
import { ContentHash } from '../goal/revision.schema.js';
import { GoalId, MismatchId, PartnerId, PartnershipId, SeatId, SpaceId } from '../kernel/id.js';
import { Moment } from '../kernel/value.js';

/** SHA-256 of an entry and of everything before it in its space, in lower-case hexadecimal. */
export const EntryHash = z.string().regex(/^[0-9a-f]{64}$/);
export type EntryHash = z.infer<typeof EntryHash>;

/** The first 16 digits of the SHA-256 of a public key. */
export const KeyId = z.string().regex(/^[0-9a-f]{16}$/);
/** An Ed25519 key, 32 bytes in hexadecimal. */
export const PublicKey = z.string().regex(/^[0-9a-f]{64}$/);

/** The key with which the server signs receipts from here on. */
export const UsedKey = z.object({ keyId: KeyId, publicKey: PublicKey });

/** What the server vouches for to one firm: that the entry of a sign-off, and all before it, has this hash. */
export const ReceiptStatement = z.object({
  format: z.literal('mufakat.receipt/1'),
  partnershipId: PartnershipId,
  spaceId: SpaceId,
  /** The firm that holds the receipt. */
  partnerId: PartnerId,
  sequence: z.int().positive(),
  hash: EntryHash,
  name: z.enum(['goal.signed', 'goal.objected', 'goal.sign-off-confirmed']),
  goalId: GoalId,
  /** The hash of the content that was signed. */
  contentHash: ContentHash,
  at: Moment,
  keyId: KeyId,
});

/** A receipt for a sign-off: every firm of the partnership gets one of its own. */
export const Receipt = z.object({
  statement: ReceiptStatement,
  publicKey: PublicKey,
  /** Ed25519 over the statement as canonical JSON (RFC 8785), in hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt as its firm looks at it: with the firm that gave its word, and the goal by the name it has now. */
export const HeldReceipt = Receipt.extend({ signedFor: PartnerId.nullable(), goalTitle: z.string() });
export type HeldReceipt = z.infer<typeof HeldReceipt>;

/** The last entry of a space and its hash; sequence 0 and zeros before the first. */
export const ChainHead = z.object({ sequence: z.int().min(0), hash: EntryHash });
export type ChainHead = z.infer<typeof ChainHead>;

/** An entry as it stands in the chain: digests in `data`, and beside it the texts they stand for. */
export const ChainEntry = z.object({
  sequence: z.int().positive(),
  name: z.string(),
  by: z.uuid().nullable(),
  at: Moment,
  data: z.unknown(),
  texts: z.array(z.object({ path: z.string(), salt: z.string(), value: z.string().nullable() })),
  previous: EntryHash,
  hash: EntryHash,
});
export type ChainEntry = z.infer<typeof ChainEntry>;

/** What a check found to be wrong; the meaning of each stands in @mufakat/proof. */
export const ProofFault = z.enum(['gap', 'chain', 'hash', 'text', 'head', 'seen', 'receipt', 'revision']);
export type ProofFault = z.infer<typeof ProofFault>;

/** A device of a firm found that the journal is not what it was. */
export const Mismatch = z.object({
  id: MismatchId,
  /** The entry at which it shows; 0 when it is about none. */
  sequence: z.int().min(0),
  fault: ProofFault,
  /** What the device had seen there, if it had. */
  seen: EntryHash.nullable(),
  foundBy: SeatId,
  partnerId: PartnerId,
  /** Whether the server, checking its own journal, finds a fault too. */
  isConfirmed: z.boolean(),
});
export type Mismatch = z.infer<typeof Mismatch>;
