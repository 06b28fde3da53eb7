import type { RequestHandler } from 'express';

/** The requests that are being answered, so that the end of the process can wait for them. */
export class OpenRequests {
  private readonly open = new Set<object>();
  private waiting: (() => void)[] = [];
  private isEnding = false;

  readonly watch: RequestHandler = (_request, response, next) => {
    this.open.add(response);
    // A proxy must not send its next request over a connection that is about to go.
    if (this.isEnding) response.set('connection', 'close');
    response.once('close', () => {
      this.open.delete(response);
      if (this.open.size === 0) for (const done of this.waiting.splice(0)) done();
    });
    next();
  };

  /** Resolves when the last one is answered, or after this many milliseconds. */
  async finished(patience: number): Promise<void> {
    this.isEnding = true;
    if (this.open.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((done) => {
      timer = setTimeout(done, patience);
    });
    const last = new Promise<void>((done) => this.waiting.push(done));
    await Promise.race([last, tooLate]);
    clearTimeout(timer);
  }
}
