import { splitUpdate } from './split-update.js';
import type { UnsavedWords } from './unsaved-words.js';
import { kindOf, largestUpdate, updateFrame, updateIn } from './wire.js';

/** What goes out over the sockets, and which words it carries. */
export class Outgoing {
  /** Whether the update that is made just now was written here. */
  isWriting = false;
  private isGreeted = false;

  constructor(private readonly words: UnsavedWords) {}

  /** A new socket is being opened. */
  open(): void {
    this.isGreeted = false;
    this.words.newSocket();
  }

  /** The frames to send instead of this one. */
  pass(frame: Uint8Array): readonly Uint8Array[] {
    const kind = kindOf(frame);
    if (kind === 'update') return this.passUpdate(frame);
    if (kind === 'answer') {
      this.isGreeted = true;
      this.words.answered();
    }
    return [frame];
  }

  /** Updates go out once the greeting is answered, which brings what was written before; large ones in pieces. */
  private passUpdate(frame: Uint8Array): readonly Uint8Array[] {
    if (!this.isGreeted || !this.isWriting) return [];
    const pieces = splitUpdate(updateIn(frame), largestUpdate);
    this.words.sent(pieces.length);
    return pieces.length === 1 ? [frame] : pieces.map(updateFrame);
  }
}

/** A socket class whose frames go through these hands: y-websocket offers no other place between it and the wire. */
export function through(outgoing: Outgoing, Base: typeof WebSocket): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      outgoing.open();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const frames = data instanceof Uint8Array ? outgoing.pass(data) : [data];
      for (const frame of frames) super.send(frame as Uint8Array<ArrayBuffer>);
    }
  };
}
