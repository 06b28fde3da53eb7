import { LoadClient } from './client.ts';
import type { DialectName } from './dialect.ts';
import { eachStamp, stampOf, Writer } from './edits.ts';
import { Histogram } from './histogram.ts';
import { cpuOf, memoryOf, type Watched } from './process-cost.ts';
import type { Target } from './web-socket.ts';

/** Many documents with two people each, who type slowly. */
export interface ManyJob {
  /** The targets of each document. */
  documents: Target[][];
  dialect: DialectName;
  isRelay: boolean;
  /** One edit per document in so many seconds. */
  pauseSeconds: number;
  typingSeconds: number;
  idleSeconds: number;
  server: Watched;
  auxiliary: Watched[];
}

export interface ManyResult {
  /** Until every client had its document, ms. */
  storm: number;
  stormCpu: number;
  /** Resident memory per open document, bytes. */
  memoryPerDocument: number;
  rss: number;
  cpuPerEdit: number;
  auxiliaryCpuPerEdit: number;
  idleCpu: number;
  p50: number | null;
  p99: number | null;
  missing: number;
  loadCpu: number;
  /** Sockets that were turned away while the storm lasted, and came again. */
  turnedAway: number;
  closed: number;
}

/** Sockets being opened at once: a building whose power came back. */
const atOnce = 100;
/** Who is not let in for so long is not waited for. */
const patience = 180_000;

export async function many(job: ManyJob): Promise<ManyResult> {
  const { server } = job;
  const auxiliary = () => job.auxiliary.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
  const emptyRss = memoryOf(server.pid);
  const startCpu = cpuOf(server.pid);
  const begun = performance.now();
  const { clients, turnedAway } = await openAll(job);
  const storm = performance.now() - begun;
  const stormCpu = (cpuOf(server.pid) - startCpu) / 1000;
  await wait(2);
  const fullRss = memoryOf(server.pid);

  const idleFrom = cpuOf(server.pid);
  await wait(job.idleSeconds);
  const idleCpu = (cpuOf(server.pid) - idleFrom) / job.idleSeconds / 10_000;

  const ownFrom = process.cpuUsage();
  const [serverFrom, auxiliaryFrom] = [cpuOf(server.pid), auxiliary()];
  const typing = await type(job, clients);
  const own = process.cpuUsage(ownFrom);
  const result = {
    storm,
    stormCpu,
    memoryPerDocument: (fullRss - emptyRss) / job.documents.length,
    rss: memoryOf(server.pid),
    cpuPerEdit: (cpuOf(server.pid) - serverFrom) / typing.edits,
    auxiliaryCpuPerEdit: (auxiliary() - auxiliaryFrom) / typing.edits,
    idleCpu,
    p50: typing.latency.quantile(0.5),
    p99: typing.latency.quantile(0.99),
    missing: typing.missing,
    loadCpu: (own.user + own.system) / job.typingSeconds / 10_000,
    turnedAway,
    closed: clients.flat().filter(({ closedWith }) => closedWith !== null).length,
  };
  for (const client of clients.flat()) client.close();
  return result;
}

async function openAll(job: ManyJob): Promise<{ clients: LoadClient[][]; turnedAway: number }> {
  const clients: LoadClient[][] = job.documents.map(() => []);
  const waiting = job.documents.flatMap((targets, document) => targets.map((target) => ({ target, document })));
  const end = performance.now() + patience;
  let turnedAway = 0;
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const client = await enter(job, one.target);
      if (!client && performance.now() > end) throw new Error(`${waiting.length + 1} sockets were never let in`);
      if (client) clients[one.document]?.push(client);
      else {
        turnedAway += 1;
        waiting.push(one);
        await wait(0.5);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return { clients, turnedAway };
}

/** Null when the server would not have it now. */
async function enter({ dialect, isRelay }: ManyJob, target: Target): Promise<LoadClient | null> {
  try {
    const client = await LoadClient.open(target, { dialect, isRelay });
    await client.synced;
    return client;
  } catch {
    return null;
  }
}

async function type(job: ManyJob, clients: readonly LoadClient[][]) {
  const latency = new Histogram();
  const count = Math.floor((job.documents.length * job.typingSeconds) / job.pauseSeconds);
  const sentAt = new Float64Array(count);
  let missing = count;
  const frames = prepare(clients, count);
  for (const [, reader] of clients) {
    if (reader)
      reader.onText = (message) =>
        eachStamp(message, (edit) => {
          latency.add(performance.now() - (sentAt[edit] ?? 0));
          missing -= 1;
        });
  }
  const begun = performance.now();
  for (let edit = 0; edit < count;) {
    const due = Math.min(count, Math.ceil(((performance.now() - begun) / 1000 / job.typingSeconds) * count));
    for (; edit < due; edit += 1) {
      sentAt[edit] = performance.now();
      for (const frame of frames[edit] ?? []) clients[edit % clients.length]?.[0]?.send(frame);
    }
    await wait(0.001);
  }
  await wait(1);
  return { edits: count, latency, missing };
}

/** The frames of each edit; the first of a document also makes its paragraph. */
function prepare(clients: readonly LoadClient[][], count: number): Buffer[][] {
  const writers: Writer[] = [];
  return Array.from({ length: count }, (_, edit) => {
    const index = edit % clients.length;
    const client = clients[index]?.[0];
    if (!client) throw new Error(`document ${index} has no client`);
    const isFirst = !writers[index];
    const writer = (writers[index] ??= new Writer());
    const frames = [client.frame(writer.type([stampOf(edit)]))];
    return isFirst ? [client.frame(writer.start()), ...frames] : frames;
  });
}

function wait(seconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, seconds * 1000));
}
