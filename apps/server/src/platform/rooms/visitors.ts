import { Logger } from '@nestjs/common';
import type { Peer, Rights } from '@mufakat/broker';
import type { AccessChange } from '../access/access-changes.js';
import type { Session } from '../access/session.service.js';
import type { DocumentSocket } from './document-socket.js';
import type { Entry, RoomRights } from './room-rights.js';

/** An open document on somebody's screen. */
export type Visitor = {
  readonly session: Session;
  readonly entry: Entry;
  readonly socket: DocumentSocket;
  readonly peer: Peer;
  isAlive: boolean;
  /** Unknown from the moment a change is heard that concerns the visitor until it is decided anew. */
  rights: Rights;
  /** Grows with each such change: what was asked before the last one does not count. */
  epoch: number;
};

type Arrival = { readonly heard: ((visitor: Visitor) => boolean)[] };

/** Everybody who has a document open in this process, and what each may do now. */
export class Visitors {
  private readonly log = new Logger(Visitors.name);
  private readonly inside = new Set<Visitor>();
  private readonly arrivals = new Set<Arrival>();

  constructor(
    private readonly rights: Pick<RoomRights, 'decideAgain'>,
    /** Called when new decisions stand. */
    private readonly onDecided: (visitors: ReadonlySet<Visitor>, signedOut: ReadonlySet<Visitor>) => void,
  ) {}

  /** Somebody is at the door: until `enter` or `turnAway`, what is heard is kept, because it may concern that person. */
  arrive(): Arrival {
    const arrival: Arrival = { heard: [] };
    this.arrivals.add(arrival);
    return arrival;
  }

  turnAway(arrival: Arrival): void {
    this.arrivals.delete(arrival);
  }

  /** Lets a visitor in whose rights were decided while waiting at the door. */
  enter(visitor: Visitor, arrival: Arrival): void {
    this.arrivals.delete(arrival);
    this.inside.add(visitor);
    if (arrival.heard.some((concerns) => concerns(visitor))) void this.changed((each) => each === visitor);
  }

  [Symbol.iterator](): Iterator<Visitor> {
    return this.inside.values();
  }

  delete(visitor: Visitor): void {
    this.inside.delete(visitor);
  }

  /** Something changed for these: from now on nothing of theirs is judged until it is decided anew. */
  async changed(isConcerned: (visitor: Visitor) => boolean): Promise<void> {
    for (const { heard } of this.arrivals) heard.push(isConcerned);
    const concerned = [...this.inside].filter(isConcerned);
    for (const visitor of concerned) {
      visitor.epoch += 1;
      visitor.rights = 'unknown';
    }
    await this.decide(concerned);
  }

  /** Looks at everybody's rights again; what was decided before stands until then. */
  async look(): Promise<void> {
    await this.decide([...this.inside]);
  }

  private async decide(visitors: readonly Visitor[]): Promise<void> {
    const epochs = new Map(visitors.map((visitor) => [visitor, visitor.epoch]));
    try {
      const decisions = await this.rights.decideAgain(visitors);
      const valid = [...decisions].filter(([visitor]) => visitor.epoch === epochs.get(visitor));
      for (const [visitor, decision] of valid) visitor.rights = decision === 'signed out' ? 'none' : decision;
      const signedOut = valid.filter(([, decision]) => decision === 'signed out');
      this.onDecided(new Set(valid.map(([visitor]) => visitor)), new Set(signedOut.map(([visitor]) => visitor)));
    } catch (error) {
      // Whoever is undecided stays so; the next look decides.
      this.log.error({ fault: 'rights were not asked again', err: error });
    }
  }
}

/** Whether a change of access concerns the visitor. */
export function isMeant(change: AccessChange, { session, entry }: Visitor): boolean {
  switch (change.kind) {
    case 'session':
      return change.sessionId === session.id;
    case 'person':
    case 'seat':
      return change.personId === session.personId;
    case 'organization':
      return change.organizationId === entry.seat.organizationId;
  }
}
