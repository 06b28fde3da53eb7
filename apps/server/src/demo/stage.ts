import type { INestApplication } from '@nestjs/common';
import { documentEdit, documentJson, type DocumentNode } from '@mufakat/collab';
import { emptyUpdate, fold } from '@mufakat/broker';
import type { DocumentId, Goal, Meeting, PartnershipId, PersonId } from '@mufakat/domain';
import { SignInService } from '../features/account/sign-in.service.js';
import { VersionKeeper } from '../features/text-version/version-keeper.js';
import type { Seat } from '../platform/access/seat.js';
import { SeatService } from '../platform/access/seat.service.js';
import { type Session, SessionService } from '../platform/access/session.service.js';
import { PostgresRoomStore } from '../platform/rooms/postgres-room-store.js';
import type { SampleCalendar } from './sample-calendar.js';
import { readSampleText } from './sample-text.js';
import type { SampleTable } from './sample.js';

/** Something that happened at a sample table, and when. */
export type Scene = { at: Date; play: () => Promise<unknown> };

/** One sample table while its history is played: who sits there, and what they have made so far. */
export class Stage {
  readonly people = new Map<string, PersonId>();
  readonly seats = new Map<string, Seat>();
  readonly goals = new Map<string, Goal>();
  readonly meetings = new Map<string, Meeting>();

  constructor(
    readonly app: INestApplication,
    readonly calendar: SampleCalendar,
    readonly table: SampleTable,
    readonly partnershipId: PartnershipId,
  ) {}

  seat(key: string): Seat {
    return found(this.seats, key);
  }

  goal(key: string): Goal {
    return found(this.goals, key);
  }

  meeting(key: string): Meeting {
    return found(this.meetings, key);
  }

  /** The firm's seat that acts for it: the one that came first. */
  firm(key: string): Seat {
    const first = Object.entries(this.table.people).find(([, { firm }]) => firm === key);
    return this.seat(first?.[0] ?? key);
  }

  async sit(key: string, personId: PersonId): Promise<void> {
    this.people.set(key, personId);
    this.seats.set(key, await this.app.get(SeatService).take(personId, this.partnershipId));
  }

  /** Does something as a person who has just signed in, and signs out again. */
  async signedIn<T>(key: string, act: (session: Session) => Promise<T>): Promise<T> {
    const signIn = this.app.get(SignInService);
    const { device } = this.table.people[key] ?? { device: '' };
    const { token } = await signIn.signInAsDemoPerson(found(this.people, key), { ...nobody, device });
    const session = await this.app.get(SessionService).find(token);
    if (!session) throw new Error(`${key} could not sign in`);
    const result = await act(session);
    await signIn.signOut(session);
    return result;
  }

  read(text: string): DocumentNode[] {
    return readSampleText(this.calendar.write(text), (key) => ({
      id: `person:${found(this.people, key)}`,
      label: this.table.people[key]?.name ?? key,
    }));
  }

  /** Rewrites a co-edited text in the person's name and answers the whole of it. */
  async write(
    key: string,
    documentId: DocumentId,
    edit: (text: DocumentNode[]) => DocumentNode[],
  ): Promise<Uint8Array> {
    const store = this.app.get(PostgresRoomStore);
    // What was written before has long rested by then.
    await this.app.get(VersionKeeper).look();
    const stored = await store.load(documentId);
    if (!stored) throw new Error(`the text ${documentId} does not exist`);
    const state = fold(stored.base ?? emptyUpdate, stored.tail);
    const content = edit(documentJson(state).content ?? []);
    const { update, clientId } = documentEdit(state, { type: 'doc', content });
    const actor = found(this.people, key);
    await store.clientIds.bind(documentId, clientId, actor);
    await store.append(documentId, [{ update, actor }]);
    return fold(state, [update]);
  }
}

/** A visitor without a session, from this machine. */
export const nobody = { address: '127.0.0.1', device: 'Chrome', session: null };

/** An hour of the working day that is different for every scene but the same each time. */
export function workingHour(index: number): string {
  const minutes = 8 * 60 + ((index * 73) % (8 * 60));
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}

function found<T>(all: ReadonlyMap<string, T>, key: string): T {
  const one = all.get(key);
  if (one === undefined) throw new Error(`the sample knows no ${key} yet`);
  return one;
}
