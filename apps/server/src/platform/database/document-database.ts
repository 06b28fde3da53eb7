import { limits } from '@mufakat/broker';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement with the name under which the database keeps its plan. */
export type Statement = { readonly name: string; readonly text: string };

/** Statements about co-edited texts. They see every space: rooms serve whoever their door let in. */
export abstract class DocumentDatabase {
  /** What is worth while when a document is busy: how often to append in milliseconds, or when how many messages wait. */
  abstract readonly pace: { readonly appendEvery: number; readonly appendEnough: number };
  abstract query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  abstract close(): Promise<void>;
}

/** Connections of its own, so that slow work elsewhere never delays a save. */
export class PooledDocuments extends DocumentDatabase {
  readonly pace = { appendEvery: limits.appendEvery, appendEnough: limits.appendEnough };
  private readonly pool: Pool;

  constructor(connectionString: string, options: string) {
    super();
    this.pool = new Pool({ connectionString, options: `${options} -c mufakat.spaces=*`, max: 4 });
    // A connection that dies while nobody uses it is replaced; whoever uses it hears of it by his query.
    this.pool.on('error', () => {});
  }

  async query<Row>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query({ name, text, values: [...values] });
    return rows as Row[];
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** The embedded database has one session for all, so the statement takes its turn with everything else. */
export class EmbeddedDocuments extends DocumentDatabase {
  /** It works on the thread that serves everybody, so it is asked less often. */
  readonly pace = { appendEvery: 50, appendEnough: Infinity };

  constructor(private readonly application: DataSource) {
    super();
  }

  query<Row>({ text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    return this.application.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return db.query(text, [...values]);
    });
  }

  async close(): Promise<void> {}
}
