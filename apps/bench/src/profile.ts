/** Where our server's time goes: `node src/profile.ts stream <clients> <edits/s>` or `storm <documents>`; add `embedded`. */
import { runMany, runStream } from './load/job.ts';
import { selfTimes, type Profile } from './report/self-times.ts';
import type { Running } from './servers/contender.ts';
import { Database } from './servers/database.ts';
import { Inspector } from './servers/inspector.ts';
import { ours } from './servers/ours.ts';
import { freePort } from './servers/server-process.ts';

const [kind = 'stream', ...rest] = process.argv.slice(2);
const database = rest.includes('embedded') ? null : await Database.start();
const contender = ours(database);
const nodeOptions = [`--inspect=127.0.0.1:${await freePort()}`];
const running = await contender.start({ nodeOptions });
try {
  console.log(await (kind === 'storm' ? storm(Number(rest[0])) : stream(Number(rest[0]), Number(rest[1]))));
} finally {
  await running.process.stop();
  database?.stop();
}

async function stream(clients: number, editsPerSecond: number): Promise<string> {
  const [targets = []] = await running.places(1, clients);
  const stop = await sample();
  const seconds = { warmSeconds: 2, measuredSeconds: 8 };
  const job = { ...common(running), ...seconds, targets, writers: 10, editsPerSecond, editsPerUpdate: 1 };
  const result = await runStream(job);
  const edits = editsPerSecond * (seconds.warmSeconds + seconds.measuredSeconds);
  const per = [
    { name: 'edit', count: edits },
    { name: 'delivery', count: edits * (clients - 1) },
  ];
  return `${JSON.stringify(result, rounded)}\n${selfTimes(await stop(), per)}`;
}

async function storm(documents: number): Promise<string> {
  const places = await running.places(documents, 2);
  const stop = await sample();
  const job = { ...common(running), documents: places, pauseSeconds: 5, typingSeconds: 0.01, idleSeconds: 0.01 };
  const result = await runMany(job);
  return `${JSON.stringify(result, rounded)}\n${selfTimes(await stop(), [{ name: 'socket', count: documents * 2 }])}`;
}

function common({ process: { pid }, auxiliary }: Running) {
  return { dialect: contender.dialect, isRelay: false, server: { name: contender.name, pid }, auxiliary };
}

async function sample(): Promise<() => Promise<Profile>> {
  const inspector = await Inspector.connect(Number(nodeOptions[0]?.split(':')[1]));
  await inspector.call('Profiler.enable');
  await inspector.call('Profiler.setSamplingInterval', { interval: 200 });
  await inspector.call('Profiler.start');
  return async () => {
    const { profile } = await inspector.call<{ profile: Profile }>('Profiler.stop');
    inspector.close();
    return profile;
  };
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}
