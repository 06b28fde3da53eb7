import type { RequestHandler } from 'express';
import type { Carrier } from '../cluster/carrier.js';
import type { Notices } from '../database/notices.js';

/** `degraded`: everything works, but what other processes do reaches this one later than usual. */
export type Health = 'ready' | 'degraded' | 'not ready';

/** Whether this server may be sent work: it has started, its database takes writes, and it is not ending. */
export class Readiness {
  private draining = false;

  constructor(
    private readonly database: { query(sql: string): Promise<unknown> },
    private readonly lines: { readonly carrier: Pick<Carrier, 'state'>; readonly notices: Pick<Notices, 'isUp'> },
    private readonly patience = 1_000,
  ) {}

  /** From here on no new work is wanted; what was begun is finished. */
  drain(): void {
    this.draining = true;
  }

  async health(): Promise<Health> {
    if (!(await this.isReady())) return 'not ready';
    return this.lines.carrier.state === 'down' || !this.lines.notices.isUp ? 'degraded' : 'ready';
  }

  private async isReady(): Promise<boolean> {
    if (this.draining) return false;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), this.patience);
    });
    // A write into the write-ahead log itself: it needs no table, and fails where a commit would fail.
    const written = this.database.query(`select pg_logical_emit_message(true, 'mufakat.ready', '')`).then(
      () => true,
      () => false,
    );
    return Promise.race([written, tooLate]).finally(() => clearTimeout(timer));
  }
}

/** The process answers; nothing else is asked, so that a slow database never gets a healthy server killed. */
export const livez: RequestHandler = (_request, response) => {
  response.type('text/plain').set('cache-control', 'no-store').send('ok');
};

/** Ready or not, without details: who may see them reads the log. */
export function readyz(readiness: Readiness): RequestHandler {
  return async (_request, response) => {
    const health = await readiness.health();
    response
      .status(health === 'not ready' ? 503 : 200)
      .type('text/plain')
      .set('cache-control', 'no-store')
      .send(health);
  };
}
