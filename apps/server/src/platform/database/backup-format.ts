import { createHash, type Hash } from 'node:crypto';

/** A backup is gzipped lines of JSON: a head, the rows of each table under its name, and a seal over everything. */
export const backupFormat = 'mufakat.backup/1';

export interface BackupHead {
  readonly format: string;
  readonly madeAt: string;
  /** The migrations the database had had, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackupTable[];
}

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Rows and digest of each table; with it a reader knows that nothing is missing and nothing was changed. */
export interface BackupSeal {
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
  /** Over the head and the seals of the tables. */
  readonly sha256: string;
}

/** One value of a row: PostgreSQL's own text for it, the same on every engine and version. */
export type BackupRow = readonly (string | null)[];

export type BackupLine =
  { readonly head: BackupHead } | { readonly table: string } | { readonly seal: BackupSeal } | BackupRow;

/** Counts and digests rows as they pass, for the writer and the reader alike. */
export class Sealing {
  private readonly tables = new Map<string, { rows: number; hash: Hash }>();

  add(table: string, line: string): void {
    const sum = this.tables.get(table) ?? { rows: 0, hash: createHash('sha256') };
    sum.rows += 1;
    sum.hash.update(line).update('\n');
    this.tables.set(table, sum);
  }

  seal(head: BackupHead): BackupSeal {
    const tables = Object.fromEntries(
      head.tables.map(({ name }) => {
        const sum = this.tables.get(name) ?? { rows: 0, hash: createHash('sha256') };
        return [name, { rows: sum.rows, sha256: sum.hash.digest('hex') }];
      }),
    );
    return {
      tables,
      sha256: createHash('sha256')
        .update(JSON.stringify([head, tables]))
        .digest('hex'),
    };
  }
}
