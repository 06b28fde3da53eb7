import { hashOf } from '@mufakat/proof';
import { embeddedFolder } from '../../server/src/platform/database/embedded.js';
import { openFolder } from '../../server/src/platform/database/open-database.js';
import { chainAfter } from '../../server/src/platform/journal/chain-reader.js';
import { schema } from '../../server/src/schema.js';

/**
 * What only somebody with the database itself in hand can do, while the server is down: says of one entry that nobody
 * did it, and hashes it and everything after it anew, so that the chain is whole again.
 */
export async function rewriteHistory(dataDir: string, spaceId: string, from: number): Promise<void> {
  const database = await openFolder(embeddedFolder(dataDir));
  const owner = await database.owner(schema);
  try {
    await owner.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      await db.query('alter table journal disable trigger user');
      await db.query('update journal set by_id = null where space_id = $1 and sequence = $2', [spaceId, from]);
      const rows = await chainAfter(db, spaceId, from - 1, 10_000);
      let head = Buffer.from(rows[0]?.previous ?? '', 'hex');
      for (const { sequence, name, by, at, data } of rows) {
        const hash = Buffer.from(hashOf(head, { spaceId, sequence, name, by, at, data }));
        const changed = [spaceId, sequence, head, hash];
        await db.query(
          'update journal set previous_hash = $3, hash = $4 where space_id = $1 and sequence = $2',
          changed,
        );
        head = hash;
      }
      await db.query('update space set head = $2 where id = $1', [spaceId, head]);
      await db.query('alter table journal enable trigger user');
    });
  } finally {
    await owner.destroy();
    await database.close();
  }
}
