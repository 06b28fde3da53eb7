import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Says of which of these things the text may be written, as they stand now, by whoever may write in their space at all.
 * Asked for many at once, because everybody who is inside is asked again and again.
 */
export type Door = (subjectIds: readonly string[], db: EntityManager) => Promise<ReadonlySet<string>>;

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
