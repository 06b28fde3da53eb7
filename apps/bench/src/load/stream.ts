import { LoadClient } from './client.ts';
import type { DialectName } from './dialect.ts';
import { eachStamp, stampOf, Writer } from './edits.ts';
import { Histogram } from './histogram.ts';
import { cpuOf, memoryOf, type Watched } from './process-cost.ts';
import type { Target } from './web-socket.ts';

/** Clients of one document, some of whom write at a steady pace. */
export interface StreamJob {
  targets: Target[];
  dialect: DialectName;
  isRelay: boolean;
  /** The first clients write. */
  writers: number;
  /** Only what clients from this one on receive is counted; all of them when left out. */
  listenFrom?: number;
  editsPerSecond: number;
  editsPerUpdate: number;
  warmSeconds: number;
  measuredSeconds: number;
  server: Watched;
  auxiliary: Watched[];
}

export interface StreamResult {
  /** From sending an edit to its receipt by each of the others, ms. */
  p50: number | null;
  p99: number | null;
  /** From sending an edit to the word that it is saved (ours) or applied (Hocuspocus), ms. */
  savedP50: number | null;
  savedP95: number | null;
  delivered: number;
  /** Deliveries of the measured edits that had not come two seconds after the end. */
  missing: number;
  cpuPerDelivery: number;
  auxiliaryCpuPerDelivery: number;
  cpuPerEdit: number;
  /** Percent of one core, of the server and of this process. */
  serverCpu: number;
  loadCpu: number;
  rss: number;
  closed: number;
}

const settleSeconds = 2;

export async function stream(job: StreamJob): Promise<StreamResult> {
  const run = new StreamRun(job);
  await run.connect();
  const result = await run.measure();
  run.close();
  return result;
}

class StreamRun {
  private clients: LoadClient[] = [];
  private readonly frames: Buffer[] = [];
  private readonly sentAt: Float64Array;
  private readonly latency = new Histogram();
  private readonly saving = new Histogram();
  private readonly window = { from: 0, to: 0 };
  private readonly heardOf: Uint16Array;
  private received = 0;
  private receivedOfWindow = 0;
  private sent = 0;

  private readonly job: StreamJob;

  constructor(job: StreamJob) {
    this.job = job;
    const updates = Math.ceil((job.editsPerSecond / job.editsPerUpdate) * (job.warmSeconds + job.measuredSeconds + 1));
    this.sentAt = new Float64Array(updates * job.editsPerUpdate);
    this.heardOf = new Uint16Array(this.sentAt.length);
    this.window.from = Math.floor(job.editsPerSecond * job.warmSeconds);
  }

  async connect(): Promise<void> {
    const { targets, dialect, isRelay } = this.job;
    for (const target of targets) this.clients.push(await LoadClient.open(target, { dialect, isRelay }));
    await Promise.all(this.clients.map(({ synced }) => synced));
    this.prepare();
    for (const [index, client] of this.clients.entries()) this.listen(client, index);
  }

  async measure(): Promise<StreamResult> {
    const { job } = this;
    const begun = performance.now();
    await this.write(begun, job.warmSeconds);
    const before = this.costs();
    this.window.from = this.sent;
    this.received = 0;
    await this.write(begun, job.warmSeconds + job.measuredSeconds);
    const after = this.costs();
    const received = this.received;
    this.window.to = this.sent;
    const written = this.window.to - this.window.from;
    const wanted = written * this.listenersOfAnEdit;
    const missing = await this.settle(wanted);
    const seconds = (after.at - before.at) / 1000;
    return {
      p50: this.latency.quantile(0.5),
      p99: this.latency.quantile(0.99),
      savedP50: this.saving.quantile(0.5),
      savedP95: this.saving.quantile(0.95),
      delivered: received / seconds,
      missing,
      cpuPerDelivery: (after.server - before.server) / received,
      auxiliaryCpuPerDelivery: (after.auxiliary - before.auxiliary) / received,
      cpuPerEdit: (after.server - before.server) / written,
      serverCpu: (after.server - before.server) / seconds / 10_000,
      loadCpu: (after.own - before.own) / seconds / 10_000,
      rss: memoryOf(job.server.pid),
      closed: this.clients.filter(({ closedWith }) => closedWith !== null).length,
    };
  }

  close(): void {
    for (const client of this.clients) client.close();
  }

  /** Makes every frame beforehand, so that nothing but sending happens while it is measured. */
  private prepare(): void {
    const { writers: count, editsPerUpdate } = this.job;
    const writers = Array.from({ length: count }, () => new Writer());
    for (const [index, writer] of writers.entries())
      this.clientAt(index).send(this.clientAt(index).frame(writer.start()));
    for (let edit = 0; edit < this.sentAt.length; edit += editsPerUpdate) {
      const index = (edit / editsPerUpdate) % count;
      const words = Array.from({ length: editsPerUpdate }, (_, i) => stampOf(edit + i));
      this.frames.push(this.clientAt(index).frame((writers[index] as Writer).type(words)));
    }
    for (const writer of writers) writer.destroy();
  }

  private listen(client: LoadClient, index: number): void {
    const { writers, editsPerUpdate } = this.job;
    if (index >= (this.job.listenFrom ?? 0))
      client.onText = (message) => {
        const now = performance.now();
        eachStamp(message, (edit) => {
          if (Math.floor(edit / editsPerUpdate) % writers !== index) this.hear(edit, now);
        });
      };
    // The answer to the greeting and the paragraph were the first two update frames.
    let known = 2;
    client.onSaved = (frames) => {
      const now = performance.now();
      for (; known < frames; known += 1) {
        const edit = ((known - 2) * writers + index) * editsPerUpdate;
        if (this.isMeasured(edit)) this.saving.add(now - (this.sentAt[edit] ?? now));
      }
    };
  }

  private hear(edit: number, now: number): void {
    this.received += 1;
    if (!this.isMeasured(edit)) return;
    this.receivedOfWindow += 1;
    this.heardOf[edit] = (this.heardOf[edit] ?? 0) + 1;
    this.latency.add(now - (this.sentAt[edit] ?? now));
  }

  /** Everybody who counts, without the author. */
  private get listenersOfAnEdit(): number {
    const { listenFrom = 0 } = this.job;
    return listenFrom === 0 ? this.clients.length - 1 : this.clients.length - listenFrom;
  }

  private isMeasured(edit: number): boolean {
    return edit >= this.window.from && edit < (this.window.to || Infinity);
  }

  /** Sends at an even pace until so many seconds after the beginning. */
  private write(begun: number, seconds: number): Promise<void> {
    const { editsPerSecond, editsPerUpdate } = this.job;
    return new Promise((done) => {
      const tick = (): void => {
        const elapsed = Math.min((performance.now() - begun) / 1000, seconds);
        const due = Math.floor(elapsed * editsPerSecond);
        while (this.sent + editsPerUpdate <= due) this.sendNext();
        if (elapsed < seconds) setTimeout(tick, 1);
        else done();
      };
      tick();
    });
  }

  private sendNext(): void {
    const { editsPerUpdate, writers } = this.job;
    const update = this.sent / editsPerUpdate;
    const frame = this.frames[update];
    if (!frame) return;
    const now = performance.now();
    for (let i = 0; i < editsPerUpdate; i += 1) this.sentAt[this.sent + i] = now;
    this.clientAt(update % writers).send(frame);
    this.sent += editsPerUpdate;
  }

  /** Waits for what is under way; what does not come counts with the time it was waited for. */
  private async settle(wanted: number): Promise<number> {
    const end = performance.now() + settleSeconds * 1000;
    while (this.receivedOfWindow < wanted && performance.now() < end) await new Promise((go) => setTimeout(go, 20));
    const now = performance.now();
    const missing = Math.max(0, wanted - this.receivedOfWindow);
    for (let edit = this.window.from; edit < this.window.to; edit += 1) {
      for (let heard = this.heardOf[edit] ?? 0; heard < this.listenersOfAnEdit; heard += 1) {
        this.latency.add(now - (this.sentAt[edit] ?? now));
      }
    }
    return missing;
  }

  private costs(): { at: number; server: number; auxiliary: number; own: number } {
    const { server, auxiliary } = this.job;
    const own = process.cpuUsage();
    return {
      at: performance.now(),
      server: cpuOf(server.pid),
      auxiliary: auxiliary.reduce((sum, { pid }) => sum + cpuOf(pid), 0),
      own: own.user + own.system,
    };
  }

  private clientAt(index: number): LoadClient {
    const client = this.clients[index];
    if (!client) throw new Error(`there is no client ${index}`);
    return client;
  }
}
