import * as z from 'zod';
import { OrganizationId, PersonId } from '../kernel/id.js';
import { Moment } from '../kernel/value.js';

/** What the operator of the server sees: accounts and counts, never content. */
export const Accounts = z.object({
  people: z.array(
    z.object({
      id: PersonId,
      name: z.string(),
      login: z.string(),
      organizations: z.array(z.string()),
      lastSeenAt: Moment.nullable(),
      suspendedAt: Moment.nullable(),
    }),
  ),
  organizations: z.array(
    z.object({
      id: OrganizationId,
      name: z.string(),
      people: z.int(),
      partnerships: z.int(),
      suspendedAt: Moment.nullable(),
    }),
  ),
  counts: z.object({ partnerships: z.int(), openSockets: z.int(), openRooms: z.int(), journalEntries: z.int() }),
});
export type Accounts = z.infer<typeof Accounts>;
