import * as z from 'zod';
import type { JournalEntry } from './journal.js';
import { PartnershipId, SpaceId, type PartnerId, type SeatId } from './kernel/id.js';
import type { Refusal } from './kernel/refusals.js';

/** Where in the product a person is looking. */
export const Place = z.object({
  screen: z.enum([
    'today',
    'goals',
    'goal',
    'tasks',
    'meetings',
    'meeting',
    'accountability',
    'history',
    'members',
    'other',
  ]),
  subjectId: z.uuid().nullable(),
});
export type Place = z.infer<typeof Place>;

/** A person who is here now; every word of it but the place is the server's own. */
export type Presence = {
  seatId: SeatId;
  partnerId: PartnerId;
  name: string;
  letters: string;
  slot: number;
  place: Place;
};

export const Follow = z.object({ spaceId: SpaceId, after: z.int().min(0) });
export type Follow = z.infer<typeof Follow>;
export const Look = z.object({ partnershipId: PartnershipId, place: Place });
export type Look = z.infer<typeof Look>;

export type FollowAnswer = { ok: true; sequence: number } | { ok: false; refusal: Refusal };

/** What the server sends over socket.io, in full. */
export interface ServerToClient {
  entry(entry: JournalEntry): void;
  /** Everybody who looks at the partnership now, one row a person. */
  presence(news: { partnershipId: PartnershipId; people: Presence[] }): void;
}

/** What a client may send, in full. `follow` joins, replays what was missed, then keeps sending. */
export interface ClientToServer {
  follow(input: Follow, answer: (result: FollowAnswer) => void): void;
  look(input: Look): void;
}
