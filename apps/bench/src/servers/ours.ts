import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from '../load/web-socket.ts';
import type { Contender, Running } from './contender.ts';
import type { Database } from './database.ts';
import { Population } from './population.ts';
import { freePort, ServerProcess } from './server-process.ts';

const main = fileURLToPath(new URL('../../../server/dist/src/main.js', import.meta.url));
/** What a person may have open at once, `socketsPerPerson` in packages/broker/SPEC.md. */
const socketsPerPerson = 20;

interface Kept {
  env: Record<string, string>;
  population: Population;
}

/** The product's own server with everything on; on PostgreSQL, or on its embedded database without one. */
export function ours(database: Database | null): Contender {
  const kept = new WeakMap<Running, Kept>();
  const contender: Contender = {
    name: database ? 'ours' : 'ours, embedded',
    keeps: database ? 'PostgreSQL, before "saved"' : 'embedded, before "saved"',
    dialect: 'y-websocket',
    isRelay: false,
    tells: 'saved',
    async start({ nodeOptions = [], again } = {}) {
      const earlier = again && kept.get(again);
      const port = again?.port ?? (await freePort());
      const env = earlier?.env ?? (await freshEnv(port, database));
      const process = await ServerProcess.start({
        main,
        env,
        isReady: earlier ? 'Mufakat is ready' : 'Nobody is here yet',
        nodeOptions,
      });
      const dataDir = env['DATA_DIR'] ?? '';
      const population = earlier?.population ?? new Population(`http://localhost:${port}`, dataDir);
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

async function freshEnv(port: number, database: Database | null): Promise<Record<string, string>> {
  return {
    PORT: String(port),
    DATA_DIR: await mkdtemp(join(tmpdir(), 'bench-ours-')),
    ...(database && { DATABASE_URL: await database.make() }),
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
