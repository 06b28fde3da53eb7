import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PartnershipId, Place, Presence, SpaceId } from '@mufakat/domain';
import { DataSource } from 'typeorm';
import type { Seat } from '../access/seat.js';

type News = { partnershipId: PartnershipId; people: Presence[] };
type Looking = { partnershipId: PartnershipId; shared: SpaceId; presence: Presence };

/** Who looks at which partnership now, and where. One row a person, however many screens are open. */
@Injectable()
export class PresenceService {
  private readonly looking = new Map<string, Looking>();
  private tell: (shared: SpaceId, news: News) => void = () => undefined;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  onNews(tell: (shared: SpaceId, news: News) => void): void {
    this.tell = tell;
  }

  async look(socketId: string, seat: Seat, place: Place): Promise<void> {
    const before = this.looking.get(socketId);
    const identity = before?.presence.seatId === seat.id ? before.presence : await this.identityOf(seat);
    this.looking.set(socketId, {
      partnershipId: seat.partnershipId,
      shared: seat.spaces.shared,
      presence: { ...identity, place },
    });
    if (before && before.partnershipId !== seat.partnershipId) this.tellAbout(before);
    this.tellAbout({ partnershipId: seat.partnershipId, shared: seat.spaces.shared });
  }

  leave(socketId: string): void {
    const before = this.looking.get(socketId);
    this.looking.delete(socketId);
    if (before) this.tellAbout(before);
  }

  private tellAbout({ partnershipId, shared }: Pick<Looking, 'partnershipId' | 'shared'>): void {
    const people = new Map<string, Presence>();
    for (const { partnershipId: here, presence } of this.looking.values()) {
      if (here === partnershipId) people.set(presence.seatId, presence);
    }
    this.tell(shared, { partnershipId, people: [...people.values()] });
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
