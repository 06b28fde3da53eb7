import { wait, type Bench } from '../bench.ts';
import { LoadClient } from '../load/client.ts';
import { PageWriter } from '../load/pages.ts';
import { Samples } from '../report/samples.ts';
import type { Section } from '../report/section.ts';
import { compare, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';
import { Inspector } from '../servers/inspector.ts';
import { freePort } from '../servers/server-process.ts';

interface Slow {
  grownBeside: number;
  grownWithout: number;
  extra: number;
  closedWith: number | null;
}

const writers = 5;
const page = 10_000;
const pagesPerSecond = 60;
const MB = 1024 ** 2;

const metrics: Metric<Slow>[] = [
  { name: 'in use more with a slow reader, MB', pick: ({ grownBeside }) => grownBeside / MB },
  { name: 'in use more without, MB', pick: ({ grownWithout }) => grownWithout / MB },
  { name: 'extra, MB', pick: ({ extra }) => extra / MB },
  { name: 'the slow reader was closed with', pick: ({ closedWith }) => closedWith },
];

/** A laptop that is closed while others paste: who pays for it. */
export async function slowReader(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket, yCrossws, relay } = bench.contenders;
  const all = bench.isQuick ? [ours, hocuspocus] : [ours, hocuspocus, yWebsocket, yCrossws, relay];
  const megabytes = bench.isQuick ? 12 : 40;
  const cell = `${megabytes} MB`;
  const samples = new Samples<Slow>();
  for (const contender of all) samples.add(cell, contender.name, await measure(bench, contender, megabytes));
  return {
    name: 'slow-reader',
    title: 'A reader that stops reading',
    how: `${writers} writers replace ${page / 1000} kB pages, ${cell} in all; one more client stops reading its socket. In use is heap and external memory after a forced collection (by the inspector, from outside), the slow socket still open.`,
    tables: [compare('Memory', samples, { cells: [cell], contenders: all.map(({ name }) => name), metrics })],
    aims: [
      {
        says: 'slow reader: extra memory',
        limit: 8,
        unit: 'MB',
        value: samples.of(cell, 'ours')[0] ? (samples.of(cell, 'ours')[0]?.extra ?? 0) / MB : null,
      },
    ],
    raw: samples.all(),
  };
}

async function measure(bench: Bench, contender: Contender, megabytes: number): Promise<Slow> {
  const without = await grow(contender, megabytes, false);
  const beside = await grow(contender, megabytes, true);
  bench.say(`  ${contender.name}: done`);
  return {
    grownBeside: beside.grown,
    grownWithout: without.grown,
    extra: beside.grown - without.grown,
    closedWith: beside.closedWith,
  };
}

async function grow(contender: Contender, megabytes: number, isSlow: boolean) {
  const port = await freePort();
  const running = await contender.start({ nodeOptions: [`--inspect=127.0.0.1:${port}`] });
  const [targets = []] = await running.places(1, writers + 1);
  const clients = await Promise.all(
    targets.map((target) => LoadClient.open(target, { dialect: contender.dialect, isRelay: contender.isRelay })),
  );
  await Promise.all(clients.map(({ synced }) => synced));
  const inspector = await Inspector.connect(port);
  const before = await inspector.memoryInUse();
  const reader = clients[writers];
  if (isSlow) reader?.pause();
  await paste(clients.slice(0, writers), megabytes);
  await wait(2_000);
  const grown = (await inspector.memoryInUse()) - before;
  reader?.resume();
  await wait(1_500);
  const closedWith = reader?.closedWith ?? null;
  inspector.close();
  for (const client of clients) client.close();
  await running.process.stop();
  return { grown, closedWith };
}

async function paste(clients: readonly LoadClient[], megabytes: number): Promise<void> {
  const writers = clients.map(() => new PageWriter());
  for (const [index, client] of clients.entries())
    client.send(client.frame(writers[index]?.start() ?? new Uint8Array()));
  const pages = (megabytes * 1_000_000) / page;
  const perTurn = clients.length;
  for (let made = 0; made < pages; made += perTurn) {
    for (const [index, client] of clients.entries()) {
      const sign = String.fromCharCode(97 + ((made / perTurn) % 26));
      client.send(client.frame(writers[index]?.replace(sign.repeat(page)) ?? new Uint8Array()));
    }
    await wait(1000 / pagesPerSecond);
  }
}
