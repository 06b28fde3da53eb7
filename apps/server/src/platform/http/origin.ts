import type { IncomingHttpHeaders } from 'node:http';

/** Where the product's own pages come from; anything else may not write or open a socket. */
export class Origins {
  private allowed: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.allowed = new Set(origins);
  }

  /** Names the origins anew, once a server on a free port knows its own. */
  reset(origins: readonly string[]): void {
    this.allowed = new Set(origins);
  }

  /** The exact Origin of a page of ours, or a request the browser itself vouches for as same-origin. */
  allows(headers: IncomingHttpHeaders): boolean {
    const { origin } = headers;
    if (origin !== undefined) return this.allowed.has(origin);
    return headers['sec-fetch-site'] === 'same-origin';
  }
}
