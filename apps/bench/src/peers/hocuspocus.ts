/** Hocuspocus as its guide sets it up, with its database extension on PostgreSQL. */
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] });
await pool.query('create table if not exists hocuspocus_document (name text primary key, state bytea not null)');

const server = new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const { rows } = await pool.query<{ state: Buffer }>('select state from hocuspocus_document where name = $1', [
          documentName,
        ]);
        return rows[0] ? new Uint8Array(rows[0].state) : null;
      },
      store: async ({ documentName, state }) => {
        await pool.query(
          `insert into hocuspocus_document (name, state) values ($1, $2)
           on conflict (name) do update set state = excluded.state`,
          [documentName, Buffer.from(state)],
        );
      },
    }),
  ],
});

await server.listen();
console.log('ready');
