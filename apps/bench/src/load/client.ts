import { dialects, type Dialect, type DialectName, type Heard } from './dialect.ts';
import { frameOf, WebSocketClient, type Target } from './web-socket.ts';

/** A screen on a document that writes prepared edits and looks at bytes: it keeps no document of its own. */
export class LoadClient {
  /** Every message that carries text: step 2 and updates, as bytes of the whole message. */
  onText: (message: Buffer) => void = () => undefined;
  onSaved: (frames: number) => void = () => undefined;
  closedWith: number | null = null;
  bytesHeard = 0;
  /** Resolves when the server has sent its step 2; a relay has none. */
  readonly synced: Promise<void>;
  private finishSync: () => void = () => undefined;
  private acknowledged = 0;
  readonly dialect: Dialect;

  private readonly socket: WebSocketClient;
  readonly target: Target;

  private constructor(socket: WebSocketClient, target: Target, name: DialectName) {
    this.socket = socket;
    this.target = target;
    this.dialect = dialects[name];
    this.synced = new Promise((done, fail) => {
      this.finishSync = done;
      socket.onClose = (code) => {
        this.closedWith = code;
        fail(new Error(`${target.document} was closed with ${code}`));
      };
    });
    this.synced.catch(() => undefined);
    socket.onMessage = (message) => this.hear(message);
  }

  static async open(target: Target, { dialect, isRelay = false }: { dialect: DialectName; isRelay?: boolean }) {
    const client = new LoadClient(await WebSocketClient.open(target), target, dialect);
    if (isRelay) client.finishSync();
    else for (const message of client.dialect.hello(target.document)) client.say(message);
    return client;
  }

  say(message: Uint8Array): void {
    this.socket.send(frameOf(message));
  }

  /** Sends a frame that is masked already. */
  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  /** A prepared update as it goes over the wire. */
  frame(update: Uint8Array): Buffer {
    return frameOf(this.dialect.update(this.target.document, update));
  }

  /** Stops taking bytes from the wire, as a laptop that was closed. */
  pause(): void {
    this.socket.socket.pause();
  }

  resume(): void {
    this.socket.socket.resume();
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(message: Buffer): void {
    this.bytesHeard += message.length;
    const heard: Heard = this.dialect.read(message);
    switch (heard.kind) {
      case 'update':
        return this.onText(message);
      case 'step1':
        return this.say(this.dialect.emptyAnswer(this.target.document));
      case 'step2':
        this.onText(message);
        return this.finishSync();
      case 'saved':
        return this.onSaved(heard.count);
      case 'acknowledged':
        this.acknowledged += heard.count;
        return this.onSaved(this.acknowledged);
      case 'other':
    }
  }
}
