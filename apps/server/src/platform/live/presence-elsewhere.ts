import { randomUUID } from 'node:crypto';
import type { PartnershipId, Presence } from '@mufakat/domain';
import type { Carrier } from '../cluster/carrier.js';
import type { Table } from './presence.service.js';

/** Who looks at one partnership in one process. */
export type TableNews = Table & { people: readonly Presence[] };

/** What a process says: about some tables, or about all it has (then it has no others), or that it wants to hear all. */
type Message = { from: string; tables: readonly TableNews[]; isAll: boolean; asks: boolean };

type Surroundings = {
  /** Who is in this process. */
  here(): readonly TableNews[];
  /** Who is elsewhere has changed at this table. */
  onNews(table: Table): void;
};

const channel = 'presence';
const sayAllEvery = 5_000;
/** Three silent rounds, and a process counts as dead or out of reach: nobody is shown who may be gone. */
const forgetAfter = 16_000;

/** Who looks in the other processes, as far as they have said so lately. */
export class PresenceElsewhere {
  private readonly me = randomUUID();
  private readonly processes = new Map<string, { heardAt: number; tables: Map<PartnershipId, TableNews> }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly carrier: Carrier,
    private readonly surroundings: Surroundings,
  ) {}

  start(): void {
    if (this.carrier.state === 'alone') return;
    this.carrier.hear(channel, (message) => this.hear(JSON.parse(Buffer.from(message).toString()) as Message));
    this.carrier.onUp(() => this.sayAll(true));
    this.timer = setInterval(() => {
      this.sayAll(false);
      this.forgetSilent();
    }, sayAllEvery).unref();
  }

  /** Says that nobody is here any more. */
  stop(): void {
    clearInterval(this.timer);
    this.send({ tables: [], isAll: true, asks: false });
  }

  say(table: TableNews): void {
    this.send({ tables: [table], isAll: false, asks: false });
  }

  at(partnershipId: PartnershipId): Presence[] {
    return [...this.processes.values()].flatMap(({ tables }) => tables.get(partnershipId)?.people ?? []);
  }

  private sayAll(asks: boolean): void {
    this.send({ tables: this.surroundings.here(), isAll: true, asks });
  }

  private send(message: Omit<Message, 'from'>): void {
    this.carrier.send(channel, Buffer.from(JSON.stringify({ from: this.me, ...message })));
  }

  private hear({ from, tables, isAll, asks }: Message): void {
    if (from === this.me) return;
    const before = this.processes.get(from)?.tables ?? new Map<PartnershipId, TableNews>();
    const after = new Map(isAll ? [] : before);
    for (const table of tables) after.set(table.partnershipId, table);
    this.processes.set(from, { heardAt: Date.now(), tables: after });
    this.tellChanges(before, after);
    if (asks) this.sayAll(false);
  }

  private forgetSilent(): void {
    for (const [process, { heardAt, tables }] of this.processes) {
      if (Date.now() - heardAt < forgetAfter) continue;
      this.processes.delete(process);
      this.tellChanges(tables, new Map());
    }
  }

  private tellChanges(before: ReadonlyMap<PartnershipId, TableNews>, after: ReadonlyMap<PartnershipId, TableNews>) {
    for (const [id, table] of new Map([...before, ...after])) {
      const people = (tables: typeof before) => JSON.stringify(tables.get(id)?.people ?? []);
      if (people(before) !== people(after)) this.surroundings.onNews(table);
    }
  }
}
