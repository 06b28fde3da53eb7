import { fileURLToPath } from 'node:url';
import type { Target } from '../load/web-socket.ts';
import type { Contender, Running } from './contender.ts';
import type { Database } from './database.ts';
import { Population } from './population.ts';
import { freshFolder } from './run-folder.ts';
import { freePort, ServerProcess } from './server-process.ts';

const main = fileURLToPath(new URL('../../../server/dist/src/main.js', import.meta.url));
/** What a person may have open at once, `socketsPerPerson` in packages/broker/SPEC.md. */
const socketsPerPerson = 20;

interface Kept {
  env: Record<string, string>;
  population: Population;
}

/** The product's own server with everything on; on PostgreSQL, or on its embedded database without one. */
export function ours(database: Database | null, settings: Record<string, string> = {}): Contender {
  const kept = new WeakMap<Running, Kept>();
  const contender: Contender = {
    name: database ? 'ours' : 'ours, embedded',
    keeps: database ? 'PostgreSQL, before "saved"' : 'embedded, before "saved"',
    dialect: 'y-websocket',
    isRelay: false,
    tells: 'saved',
    async start({ nodeOptions = [], again, beside } = {}) {
      const port = again?.port ?? (await freePort());
      const known = again ?? beside;
      const earlier = known && kept.get(known);
      const env = again && earlier ? earlier.env : { ...(await freshEnv(port, database, earlier)), ...settings };
      const isReady = earlier ? 'Mufakat is ready' : 'Nobody is here yet';
      const process = await ServerProcess.start({ main, env, isReady, nodeOptions });
      const population = earlier?.population ?? new Population(`http://localhost:${port}`, env['DATA_DIR'] ?? '');
      const running: Running = {
        contender,
        process,
        port,
        auxiliary: database ? [database.watched] : [],
        places: (documents, clientsEach) => places(population, port, { documents, clientsEach }),
      };
      kept.set(running, { env, population });
      return running;
    },
  };
  return contender;
}

async function freshEnv(port: number, database: Database | null, beside?: Kept): Promise<Record<string, string>> {
  const dataDir = await freshFolder();
  return {
    PORT: String(port),
    DATA_DIR: dataDir,
    SIGNING_KEY_FILE: beside?.env['SIGNING_KEY_FILE'] ?? `${dataDir}/signing-key.pem`,
    ...(database && { DATABASE_URL: beside?.env['DATABASE_URL'] ?? (await database.make()) }),
  };
}

/** Spreads the clients over as many people as the limits ask for. */
async function places(
  population: Population,
  port: number,
  { documents, clientsEach }: { documents: number; clientsEach: number },
): Promise<Target[][]> {
  const cookies = await population.people(Math.ceil((documents * clientsEach) / socketsPerPerson) + 1);
  const ids = await population.documents(documents);
  return ids.map((document, index) =>
    Array.from({ length: clientsEach }, (_, client) => ({
      port,
      path: `/collab/${document}`,
      document,
      headers: {
        origin: `http://localhost:${port}`,
        cookie: cookies[(index * clientsEach + client) % cookies.length] ?? '',
      },
    })),
  );
}
