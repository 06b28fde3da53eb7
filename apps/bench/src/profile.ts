/** Where the server's time goes in one cell: `node src/profile.ts <clients> <edits per second> [embedded]`. */
import { runStream } from './load/job.ts';
import { selfTimes, type Profile } from './report/self-times.ts';
import { Database } from './servers/database.ts';
import { Inspector } from './servers/inspector.ts';
import { ours } from './servers/ours.ts';
import { freePort } from './servers/server-process.ts';

const [clients = 50, editsPerSecond = 1000] = process.argv.slice(2, 4).map(Number);
const database = process.argv.includes('embedded') ? null : await Database.start();
const inspectPort = await freePort();
const contender = ours(database);
const running = await contender.start({ nodeOptions: [`--inspect=127.0.0.1:${inspectPort}`] });
try {
  const [targets = []] = await running.places(1, clients);
  const inspector = await Inspector.connect(inspectPort);
  await inspector.call('Profiler.enable');
  await inspector.call('Profiler.setSamplingInterval', { interval: 200 });
  await inspector.call('Profiler.start');
  const result = await runStream({
    targets,
    dialect: contender.dialect,
    isRelay: false,
    writers: 10,
    editsPerSecond,
    editsPerUpdate: 1,
    warmSeconds: 2,
    measuredSeconds: 8,
    server: { name: contender.name, pid: running.process.pid },
    auxiliary: running.auxiliary,
  });
  const { profile } = await inspector.call<{ profile: Profile }>('Profiler.stop');
  inspector.close();
  const edits = editsPerSecond * 10;
  console.log(JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)));
  console.log(selfTimes(profile, { edits, deliveries: edits * (clients - 1) }));
} finally {
  await running.process.stop();
  database?.stop();
}
