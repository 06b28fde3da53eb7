import * as encoding from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync';
import * as Y from 'yjs';
import { DocumentProvider } from './document-provider.js';
import { type HttpLine, LineClosed, type News } from './http-line.js';
import { MemoryUnsavedStore } from './unsaved-store.js';
import { kindOf, updateFrame, updateIn } from './wire.js';

/** The server's end of a socket, in the hands of a test. */
export class ScriptedSocket {
  static opened: ScriptedSocket[] = [];
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  readonly heard: Uint8Array[] = [];
  onopen?: () => void;
  onclose?: (event: { code: number; reason: string }) => void;
  onmessage?: (event: { data: Uint8Array }) => void;

  constructor(readonly url: string) {
    ScriptedSocket.opened.push(this);
  }

  /** The newest socket a client opened. */
  static get last(): ScriptedSocket {
    const socket = ScriptedSocket.opened.at(-1);
    if (!socket) throw new RangeError('nobody opened a socket');
    return socket;
  }

  send(frame: Uint8Array): void {
    this.heard.push(new Uint8Array(frame));
  }

  close(): void {
    this.readyState = 3;
  }

  /** Lets the client in: generation, step 1, and the answer to the client's step 1. */
  welcome(doc = new Y.Doc(), generation = 1): void {
    this.accept();
    this.greet(doc, generation);
    this.sync(doc);
  }

  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  greet(doc = new Y.Doc(), generation = 1): void {
    this.say((encoder) => numbers(encoder, 102, generation));
    this.say((encoder) => {
      numbers(encoder, 0);
      writeSyncStep1(encoder, doc);
    });
  }

  sync(doc = new Y.Doc()): void {
    this.say((encoder) => {
      numbers(encoder, 0);
      writeSyncStep2(encoder, doc);
    });
  }

  saved(frames: number): void {
    this.say((encoder) => numbers(encoder, 100, frames));
  }

  storage(isFailing: boolean): void {
    this.say((encoder) => numbers(encoder, 101, isFailing ? 1 : 0));
  }

  repaired(): void {
    this.say((encoder) => numbers(encoder, 103));
  }

  bring(update: Uint8Array): void {
    this.onmessage?.({ data: updateFrame(update) });
  }

  shut(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }

  /** The update frames of the client, in order: answers to greetings, and updates. */
  get brought(): Uint8Array[] {
    return this.heard.filter((frame) => kindOf(frame) !== 'other').map(updateIn);
  }

  private say(write: (encoder: encoding.Encoder) => void): void {
    this.onmessage?.({ data: encoding.encode(write) });
  }
}

function numbers(encoder: encoding.Encoder, ...values: number[]): void {
  for (const value of values) encoding.writeVarUint(encoder, value);
}

/** A server reached over HTTP, with a document of its own. */
export class ScriptedHttp implements HttpLine {
  readonly doc = new Y.Doc();
  readonly sent: Uint8Array[] = [];
  generation = 1;
  /** The code with which it refuses, or `away` when it cannot be reached. */
  fails: number | 'away' | null = null;
  private readonly log: Uint8Array[] = [];

  constructor() {
    this.doc.on('update', (update: Uint8Array) => this.log.push(update));
  }

  async read(after: number): Promise<News> {
    this.refuse();
    return { generation: this.generation, sequence: this.log.length, updates: this.log.slice(after) };
  }

  async send(update: Uint8Array): Promise<void> {
    this.refuse();
    this.sent.push(update);
    Y.applyUpdate(this.doc, update);
  }

  private refuse(): void {
    if (this.fails === 'away') throw new Error('away');
    if (this.fails !== null) throw new LineClosed(this.fails);
  }
}

/** A device: what it keeps outlives each opening of the document. */
export class Device {
  readonly store = new MemoryUnsavedStore();
  readonly http = new ScriptedHttp();

  /** Opens the document with a fresh Y.Doc, as a page does; `copy` is what the device holds of the text. */
  async open(copy?: Uint8Array): Promise<{ provider: DocumentProvider; write: (words: string) => void }> {
    const doc = new Y.Doc();
    if (copy) Y.applyUpdate(doc, copy, 'copy');
    const provider = new DocumentProvider({
      url: 'ws://server/collab',
      documentId: 'd',
      personId: 'ana',
      doc,
      store: this.store,
      http: this.http,
      notWritten: new Set(['copy']),
      WebSocketPolyfill: ScriptedSocket as unknown as typeof WebSocket,
      random: () => 0.5,
    });
    await provider.open();
    return { provider, write: (words) => textOf(doc).insert(textOf(doc).length, words) };
  }
}

export const textOf = (doc: Y.Doc): Y.Text => doc.getText('t');

/** What a document says after these updates. */
export function textAfter(...updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return textOf(doc).toString();
}

/** A document of somebody else that says this. */
export function documentSaying(words: string): Y.Doc {
  const doc = new Y.Doc();
  textOf(doc).insert(0, words);
  return doc;
}
