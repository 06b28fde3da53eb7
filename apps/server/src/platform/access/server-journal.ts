import { Injectable } from '@nestjs/common';
import type { PersonId, ServerEntry } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Db, Recorder } from '../database/system-work.js';
import { noHead } from '@mufakat/proof';

type DataOf<Name extends ServerEntry['name']> = Extract<ServerEntry, { name: Name }>['data'];

/** The chain of what happens on the server itself: sign-ins, sessions, set-up, suspensions. */
@Injectable()
export class ServerJournal {
  /** Prepares writing in an open transaction, in the name of a person, or of the product (null). */
  async open(
    db: Db,
    record: Recorder,
    by: PersonId | null,
  ): Promise<<Name extends ServerEntry['name']>(name: Name, data: DataOf<Name>) => void> {
    const spaceId = await this.space(db);
    return (name, data) => record({ spaceId, name, data, by });
  }

  private async space(db: Db): Promise<string> {
    const find = async (): Promise<string | undefined> => {
      const rows: { id: string }[] = await db.query(`select id from space where kind = 'server'`);
      return rows[0]?.id;
    };
    const found = await find();
    if (found) return found;
    await db.query(
      `insert into space (id, kind, head) values ($1, 'server', $2) on conflict (kind) where kind = 'server' do nothing`,
      [newId(), Buffer.from(noHead)],
    );
    return (await find()) ?? '';
  }
}
