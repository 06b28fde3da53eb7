import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Says of which of these things the text may be written, as they stand now, by whoever may write in their space at all.
 * Asked for many at once, because everybody who is inside is asked again and again.
 */
export type Door = (subjectIds: readonly string[], db: EntityManager) => Promise<ReadonlySet<string>>;

/** How the thing is called whose text it is; the journal tells of its text under this title. */
export type TitleOf = (subjectId: string, db: EntityManager) => Promise<string>;

/** The doors of the kinds of documents. A kind without a door is closed. */
@Injectable()
export class Doors {
  private readonly doors = new Map<string, Door>();
  private readonly titles = new Map<string, TitleOf>();

  register(kind: string, door: Door, titleOf: TitleOf = () => Promise.resolve('')): void {
    this.doors.set(kind, door);
    this.titles.set(kind, titleOf);
  }

  of(kind: string): Door | undefined {
    return this.doors.get(kind);
  }

  async titleOf(kind: string, subjectId: string, db: EntityManager): Promise<string> {
    return (await this.titles.get(kind)?.(subjectId, db)) ?? '';
  }
}
