/** What others wrote after a sequence of the log. */
export interface News {
  generation: number;
  /** The last sequence this holds; to be asked from the next time. */
  sequence: number;
  updates: readonly Uint8Array[];
}

/** The way over plain HTTP, for networks that let no socket through. Each call is whole by itself. */
export interface HttpLine {
  /** Everything after a sequence; all of it after 0. */
  read(after: number): Promise<News>;
  /** Resolves once the update is durable. Throws `LineClosed` when the server says no. */
  send(update: Uint8Array, generation: number): Promise<void>;
}

/** The server said no over HTTP, with the closing code that says the same over a socket. */
export class LineClosed extends Error {
  override readonly name = 'LineClosed';

  constructor(readonly code: number) {
    super(`closed with ${code}`);
  }
}
