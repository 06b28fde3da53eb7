/**
 * Carries what is worth nothing a moment later between the processes of one server: carets, who is here, edits that are
 * already stored. It remembers nothing and may lose anything; whoever uses it has another way to find out.
 */
export abstract class Carrier {
  /** `alone`: no other process is expected. `down`: there may be others, and nothing reaches them now. */
  abstract readonly state: 'alone' | 'up' | 'down';
  /** Sends to every other process, if it can. */
  abstract send(channel: string, message: Uint8Array): void;
  abstract hear(channel: string, listener: (message: Uint8Array) => void): void;
  /** Called whenever the line is up, the first time too. */
  abstract onUp(act: () => void): void;
  abstract close(): Promise<void>;
}

/** The carrier of a server that is one process. */
export class NoCarrier extends Carrier {
  readonly state = 'alone';

  send(): void {}

  hear(): void {}

  onUp(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }
}
