import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { roomStoreContract } from '@mufakat/broker/contract';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
import { PostgresRoomStore } from './postgres-room-store.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

roomStoreContract('PostgresRoomStore', open);

it('has a client id on the disk once it is bound, because words under it are shown from then on', async () => {
  const [{ synchronous_commit: commits } = {}] = await workspace.sql<{ synchronous_commit?: string }>(
    'show synchronous_commit',
  );
  // The PostgreSQL of the tests waits for no disk at all.
  if (commits === 'off') return;
  const { store, createDocument, createPerson } = await open();
  const [documentId, personId] = [await createDocument(), await createPerson()];
  const [before] = await workspace.sql<{ end: string }>('select pg_current_wal_insert_lsn() as end');
  await store.clientIds.bind(documentId, 7, personId);
  const rows = await workspace.sql('select pg_current_wal_flush_lsn() > $1::pg_lsn as flushed', [before?.end]);
  expect(rows).toEqual([{ flushed: true }]);
});

async function open() {
  const { shared } = await workspace.partnership();
  return {
    store: workspace.app.get(PostgresRoomStore),
    async createDocument() {
      const id = newId();
      await workspace.sql(
        `insert into document (id, space_id, kind, subject_id, created_at) values ($1, $2, 'test', $1, now())`,
        [id, shared],
      );
      return id;
    },
    async createPerson() {
      const id = newId();
      await workspace.sql(
        `insert into person (id, name, email, password_hash, created_at) values ($1, 'Orang', $2, '', now())`,
        [id, `${id}@contoh.id`],
      );
      return id;
    },
  };
}
