import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PartnershipId, Place, Presence, SpaceId } from '@mufakat/domain';
import { DataSource } from 'typeorm';
import type { Seat } from '../access/seat.js';
import { Carrier } from '../cluster/carrier.js';
import { PresenceElsewhere } from './presence-elsewhere.js';

type News = { partnershipId: PartnershipId; people: Presence[] };
/** A partnership and the space whose followers hear who is there. */
export type Table = { partnershipId: PartnershipId; shared: SpaceId };
type Looking = Table & { presence: Presence };

/** Who looks at which partnership now, and where. One row a person, however many screens are open. */
@Injectable()
export class PresenceService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly looking = new Map<string, Looking>();
  private readonly elsewhere: PresenceElsewhere;
  private tell: (shared: SpaceId, news: News) => void = () => undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    carrier: Carrier,
  ) {
    this.elsewhere = new PresenceElsewhere(carrier, {
      here: () => this.tables().map((table) => ({ ...table, people: this.peopleHere(table) })),
      onNews: (table) => this.tellAbout(table),
    });
  }

  onModuleInit(): void {
    this.elsewhere.start();
  }

  beforeApplicationShutdown(): void {
    this.elsewhere.stop();
  }

  onNews(tell: (shared: SpaceId, news: News) => void): void {
    this.tell = tell;
  }

  async look(socketId: string, seat: Seat, place: Place): Promise<void> {
    const before = this.looking.get(socketId);
    const identity = before?.presence.seatId === seat.id ? before.presence : await this.identityOf(seat);
    const table = { partnershipId: seat.partnershipId, shared: seat.spaces.shared };
    this.looking.set(socketId, { ...table, presence: { ...identity, place } });
    if (before && before.partnershipId !== seat.partnershipId) this.changed(before);
    this.changed(table);
  }

  leave(socketId: string): void {
    const before = this.looking.get(socketId);
    this.looking.delete(socketId);
    if (before) this.changed(before);
  }

  private changed({ partnershipId, shared }: Table): void {
    const table = { partnershipId, shared };
    this.elsewhere.say({ ...table, people: this.peopleHere(table) });
    this.tellAbout(table);
  }

  private tellAbout({ partnershipId, shared }: Table): void {
    const people = new Map<string, Presence>();
    const everybody = [...this.elsewhere.at(partnershipId), ...this.peopleHere({ partnershipId })];
    for (const presence of everybody) people.set(presence.seatId, presence);
    this.tell(shared, { partnershipId, people: [...people.values()] });
  }

  private tables(): Table[] {
    const tables = new Map([...this.looking.values()].map((table) => [table.partnershipId, table]));
    return [...tables.values()].map(({ partnershipId, shared }) => ({ partnershipId, shared }));
  }

  private peopleHere({ partnershipId }: Pick<Table, 'partnershipId'>): Presence[] {
    return [...this.looking.values()]
      .filter((looking) => looking.partnershipId === partnershipId)
      .map(({ presence }) => presence);
  }

  private async identityOf(seat: Seat): Promise<Omit<Presence, 'place'>> {
    const rows: { name: string; letters: string; slot: number }[] = await this.database.query(
      `select person.name, partner.letters, partner.slot from person, partner where person.id = $1 and partner.id = $2`,
      [seat.personId, seat.partnerId],
    );
    const row = rows[0];
    return {
      seatId: seat.id,
      partnerId: seat.partnerId,
      name: row?.name ?? '',
      letters: row?.letters ?? '',
      slot: row?.slot ?? 0,
    };
  }
}
