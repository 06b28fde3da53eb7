import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/**
 * Says in SQL, of the thing `document.subject_id`, whether its text may be written as the thing stands now, by whoever
 * may write in its space at all. An expression, so that one statement asks everything about somebody who enters.
 */
export type Door = string;

/** How the thing is called whose text it is; the journal tells of its text under this title. */
export type TitleOf = (subjectId: string, db: EntityManager) => Promise<string>;

/** The doors of the kinds of documents. A kind without a door is closed. */
@Injectable()
export class Doors {
  private readonly doors = new Map<string, Door>();
  private readonly titles = new Map<string, TitleOf>();
  /** Grows with each change of the rule. */
  edition = 0;

  register(kind: string, door: Door, titleOf: TitleOf = () => Promise.resolve('')): void {
    this.doors.set(kind, door);
    this.titles.set(kind, titleOf);
    this.edition += 1;
  }

  /** An expression over a row of `document`: whether its text may be written; null when its kind has no door. */
  get rule(): string {
    const cases = [...this.doors].map(([kind, door]) => `when '${kind}' then coalesce(${door}, false)`);
    return cases.length > 0 ? `case document.kind ${cases.join(' ')} end` : 'null::boolean';
  }

  async titleOf(kind: string, subjectId: string, db: EntityManager): Promise<string> {
    return (await this.titles.get(kind)?.(subjectId, db)) ?? '';
  }
}
