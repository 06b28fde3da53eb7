import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Seat } from '../access/seat.js';

/** Says whether a seat that opens the space may also write the text of this thing, as it stands now. */
export type Door = (seat: Seat, subjectId: string, db: EntityManager) => Promise<boolean>;

/** The doors of the kinds of documents. A kind without a door is closed. */
@Injectable()
export class Doors {
  private readonly doors = new Map<string, Door>();

  register(kind: string, door: Door): void {
    this.doors.set(kind, door);
  }

  of(kind: string): Door | undefined {
    return this.doors.get(kind);
  }
}
