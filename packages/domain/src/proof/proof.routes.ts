import * as z from 'zod';
import { MismatchId, PartnershipId, SpaceId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { ChainEntry, ChainHead, EntryHash, HeldReceipt, Mismatch, ProofFault } from './proof.schema.js';

const space = '/partnerships/:partnershipId/spaces/:spaceId' as const;
const aSpace = z.object({ partnershipId: PartnershipId, spaceId: SpaceId });

export const listReceipts = route({
  id: 'listReceipts',
  method: 'GET',
  path: '/partnerships/:partnershipId/receipts',
  access: 'seat',
  summary: 'The receipts of the own firm, newest first, at most 200.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(HeldReceipt),
  refusals: [],
});

export const readChain = route({
  id: 'readChain',
  method: 'GET',
  path: `${space}/chain`,
  access: 'seat',
  summary: 'The entries of a space as their hashes cover them, for checking the chain on the own device.',
  input: aSpace.extend({
    after: z.coerce.number().int().min(0),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ entries: z.array(ChainEntry), head: ChainHead }),
  refusals: [],
});

export const downloadJournal = route({
  id: 'downloadJournal',
  method: 'GET',
  path: `${space}/journal.jsonl`,
  access: 'seat',
  summary:
    'The whole journal of a space with the receipts of the own firm and every frozen version, for `pnpm verify`.',
  input: aSpace,
  output: z.string(),
  refusals: [],
  produces: 'application/x-ndjson',
  fileName: 'mufakat-riwayat.jsonl',
});

export const reportMismatch = route({
  id: 'reportMismatch',
  method: 'POST',
  path: `${space}/mismatches`,
  access: 'seat',
  summary: 'Tells every firm that a device found the journal to be another than it was. Saying it again says it once.',
  input: aSpace.extend({
    id: MismatchId,
    sequence: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    fault: ProofFault,
    seen: EntryHash.nullable(),
  }),
  output: Mismatch,
  refusals: ['id.taken'],
});

export const proofRoutes = { listReceipts, readChain, downloadJournal, reportMismatch } as const;
