import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { freePlaces, type Contender, type Running } from './contender.ts';
import { freshFolder } from './run-folder.ts';
import { freePort, ServerProcess } from './server-process.ts';

type Facts = Omit<Contender, 'start'>;
type Settings = { env: Record<string, string>; auxiliary: Running['auxiliary'] };

const mainOf = (file: string) => fileURLToPath(new URL(`../peers/${file}.ts`, import.meta.url));
const nothing = (): Promise<Settings> => Promise.resolve({ env: {}, auxiliary: [] });

function peer(facts: Facts, file: string, prepare: () => Promise<Settings>): Contender {
  const settings = new WeakMap<Running, Settings>();
  const contender: Contender = {
    ...facts,
    async start({ nodeOptions = [], again } = {}) {
      const given = (again && settings.get(again)) ?? (await prepare());
      const port = again?.port ?? (await freePort());
      const process = await ServerProcess.start({
        main: mainOf(file),
        env: { PORT: String(port), ...given.env },
        isReady: 'ready',
        nodeOptions,
      });
      const running = { contender, process, port, auxiliary: given.auxiliary, places: freePlaces(port, contender) };
      settings.set(running, given);
      return running;
    },
  };
  return contender;
}

/** The bare relay: what carrying costs when nothing is kept or checked. */
export const relay = peer(
  { name: 'relay', keeps: 'nothing', dialect: 'y-websocket', isRelay: true, tells: 'nothing' },
  'relay',
  nothing,
);

export const yCrossws = peer(
  { name: 'y-crossws', keeps: 'memory only', dialect: 'y-websocket', isRelay: false, tells: 'nothing' },
  'y-crossws',
  nothing,
);

export const yWebsocket = peer(
  { name: 'y-websocket', keeps: 'LevelDB, not synced', dialect: 'y-websocket', isRelay: false, tells: 'nothing' },
  'y-websocket',
  async () => ({ env: { DATA_DIR: await freshFolder() }, auxiliary: [] }),
);

export function hocuspocus(database: Database): Contender {
  return peer(
    {
      name: 'Hocuspocus',
      keeps: 'PostgreSQL, 2 to 10 s later',
      dialect: 'hocuspocus',
      isRelay: false,
      tells: 'applied',
    },
    'hocuspocus',
    async () => ({ env: { DATABASE_URL: await database.make() }, auxiliary: [database.watched] }),
  );
}
