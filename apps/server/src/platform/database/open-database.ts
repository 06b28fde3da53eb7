import { DataSource, type MigrationInterface } from 'typeorm';
import { applicationRole } from './application-role.js';
import { DocumentDatabase, EmbeddedDocuments, PooledDocuments } from './document-database.js';
import { embeddedClient, embeddedFolder, openEmbedded } from './embedded.js';
import { lockFolder } from './embedded-lock.js';
import { EmbeddedNotices } from './embedded-notices.js';
import type { Notices } from './notices.js';
import { PostgresNotices } from './postgres-notices.js';
import { explainUnreachable, judgePostgres } from './postgres.js';

/** Where the data lives: a PostgreSQL when there is a URL, else the embedded database in the folder. */
export interface DatabasePlace {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly tell?: (line: string) => void;
}

/** What the program knows of the schema. */
export interface Schema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** An open database. The embedded one has a single session: end one data source before opening the next. */
export interface OpenDatabase {
  readonly kind: 'embedded' | 'postgres';
  /** A data source of the schema's owner, already connected: migrations, backup, restore. */
  owner(schema: Schema): Promise<DataSource>;
  /** The data source everything else uses, already connected, each connection under `applicationRole`. */
  application(schema: Schema): Promise<DataSource>;
  /** What the rooms of co-edited texts ask, beside the data source that everything else uses. */
  documents(application: DataSource): DocumentDatabase;
  /** Opens the line on which the processes of this database hear each other. */
  notices(): Promise<Notices>;
  /** Closes the database itself, after its data sources. */
  close(): Promise<void>;
}

/** Opens the database of the place, or refuses with one sentence. */
export function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  return place.databaseUrl ? openPostgres(place.databaseUrl) : openOwnFolder(place);
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  await judgePostgres(url);
  const connect = async (schema: Schema, poolSize: number, options: string) => {
    const source = new DataSource({ ...common(schema), url, poolSize, extra: { options, ...timeouts } });
    return source.initialize().catch((error: unknown) => {
      throw explainUnreachable(url, error);
    });
  };
  const asApplication = `-c TimeZone=UTC -c role=${applicationRole} -c idle_in_transaction_session_timeout=60000`;
  return {
    kind: 'postgres',
    owner: (schema) => connect(schema, 2, '-c TimeZone=UTC'),
    application: (schema) => connect(schema, 10, asApplication),
    documents: () => new PooledDocuments(url, asApplication),
    notices: () => PostgresNotices.open(url),
    close: async () => {},
  };
}

async function openOwnFolder({ dataDir, tell }: DatabasePlace): Promise<OpenDatabase> {
  const lock = await lockFolder(dataDir);
  try {
    const database = await openFolder(embeddedFolder(dataDir), tell);
    return {
      ...database,
      close: async () => {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The embedded database of a folder that nobody else can know of; `openDatabase` is the way for all others. */
export async function openFolder(folder: string, tell?: (line: string) => void): Promise<OpenDatabase> {
  const embedded = await openEmbedded(folder, tell);
  const connect = (schema: Schema, role: string | undefined) =>
    new DataSource({
      ...common(schema),
      poolSize: 1,
      extra: { Client: embeddedClient(embedded, role), max: 1, idleTimeoutMillis: 0, user: 'postgres', ...timeouts },
    }).initialize();
  return {
    kind: 'embedded',
    owner: (schema) => connect(schema, undefined),
    application: (schema) => connect(schema, applicationRole),
    documents: (application) => new EmbeddedDocuments(application),
    notices: () => EmbeddedNotices.open(embedded),
    close: () => embedded.close(),
  };
}

/** Long enough for a busy moment; code that waits for a second connection inside a transaction fails loudly after it. */
const timeouts = { connectionTimeoutMillis: 5_000 };

function common(schema: Schema) {
  return {
    type: 'postgres' as const,
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    logging: false,
  };
}
