import * as z from 'zod';
import { PartnerId, PartnershipId, SeatId, SpaceId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { JournalEntry } from '../journal.js';
import { HistoryItem, HistoryKind } from './history.schema.js';

export const listHistory = route({
  id: 'listHistory',
  method: 'GET',
  path: '/partnerships/:partnershipId/history',
  access: 'seat',
  summary:
    'What happened, newest first: in the shared space and the own private one, or to one subject; of one kind, by one firm or person, from one moment on.',
  input: z.object({
    partnershipId: PartnershipId,
    subjectId: z.uuid().optional(),
    kind: HistoryKind.optional(),
    /** Only what this firm, or this person, did. */
    partnerId: PartnerId.optional(),
    seatId: SeatId.optional(),
    /** Answers entries from this moment on. */
    since: z.iso.datetime().optional(),
    /** Answers entries older than this moment. */
    before: z.iso.datetime().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(HistoryItem), hasMore: z.boolean() }),
  refusals: [],
});

export const readJournal = route({
  id: 'readJournal',
  method: 'GET',
  path: '/partnerships/:partnershipId/spaces/:spaceId/journal',
  access: 'seat',
  summary: 'The journal of one space after a sequence, for catching up where sockets are blocked.',
  input: z.object({
    partnershipId: PartnershipId,
    spaceId: SpaceId,
    after: z.coerce.number().int().min(0),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ entries: z.array(JournalEntry), sequence: z.int().min(0) }),
  refusals: [],
});

export const historyRoutes = { listHistory, readJournal } as const;
