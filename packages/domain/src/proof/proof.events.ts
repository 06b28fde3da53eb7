import { entryOf } from '../kernel/journal.js';
import { Mismatch, UsedKey } from './proof.schema.js';

export const proofEntries = [
  /** Stands in a chain before the first receipt that is signed with the key. */
  entryOf('proof.key-used', UsedKey),
  entryOf('proof.mismatch-found', Mismatch),
] as const;
