import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { StartRefusal } from '../start-refusal.js';

/** What the rooms of a process hold. */
type OpenDocuments = { rooms: number; bytes: number; oldestUnsaved: number };

/** What a server counts about itself. Labels are few and never name a person, a firm or a document. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly connections = new Gauge({
    name: 'ws_connections',
    help: 'Open sockets.',
    labelNames: ['kind'] as const,
    registers: [this.registry],
  });
  readonly appends = new Histogram({
    name: 'yjs_append_seconds',
    help: 'Time to append edits to the log of a document, until their commit.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.6, 1, 5],
    registers: [this.registry],
  });
  readonly editsSaved = new Histogram({
    name: 'yjs_update_ack_seconds',
    help: 'Time from accepting an edit to its commit, when its author is told that it is saved.',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.6, 1, 5],
    registers: [this.registry],
  });
  readonly editsShown = new Histogram({
    name: 'yjs_update_broadcast_seconds',
    help: 'Time from accepting an edit to handing it to the sockets of the others.',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1],
    registers: [this.registry],
  });
  readonly gapsRepaired = new Counter({
    name: 'yjs_gaps_repaired_total',
    help: 'Times something of a log had not been heard of from another process and was read.',
    registers: [this.registry],
  });
  readonly peersClosed = new Counter({
    name: 'yjs_peers_closed_total',
    help: 'Peers the broker closed, by the reason.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  readonly updatesRejected = new Counter({
    name: 'yjs_updates_rejected_total',
    help: 'Frames of a document that were refused, by the reason.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });
  readonly refusals = new Counter({
    name: 'authz_denied_total',
    help: 'Requests refused for want of a right.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  /** Adds what is open just now; asked when somebody reads the metrics. */
  observeDocuments(counts: () => OpenDocuments): void {
    const gauge = (name: string, help: string, value: (counts: OpenDocuments) => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(value(counts()));
        },
      });
    gauge('yjs_rooms', 'Documents open in this process.', ({ rooms }) => rooms);
    gauge('yjs_cached_bytes', 'Bytes of open documents held in memory.', ({ bytes }) => bytes);
    gauge(
      'yjs_oldest_unsaved_seconds',
      'Age of the oldest edit that is not stored; 0 when all are.',
      ({ oldestUnsaved }) => oldestUnsaved / 1000,
    );
  }

  /** Adds what Node tells about the process: memory, event loop delay, garbage collection. One per process. */
  observeProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }
}

/** Answers `/metrics` on this machine only; other machines never reach the port. */
export function serveMetrics(metrics: Metrics, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
    metrics.registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    const explain = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE'
        ? new StartRefusal(`Port ${port} is already taken; stop the other program or set METRICS_PORT to a free port.`)
        : error;
    server.once('error', (error) => reject(explain(error))).listen(port, '127.0.0.1', () => resolve(server));
  });
}
