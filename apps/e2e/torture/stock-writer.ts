import { readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addWord, countIn, type Line, type Moments, pageSocket, type Token, wordsIn, type Writer } from './writer.js';

const saved = 100;
const clash = 4409;

/** Writes by the stock client, which sends after a break what the server lacks, and loses all with its device. */
export class StockWriter implements Writer {
  readonly tokens: Token[] = [];
  mustStartAnew = false;
  private readonly doc = new Y.Doc();
  private readonly provider: WebsocketProvider;
  /** How many of the tokens each frame of this connection brings the server up to. */
  private frames: number[] = [];
  private closedWith: number | null = null;

  constructor(
    private readonly name: string,
    line: Line,
    documentId: string,
    private readonly moments: Moments,
  ) {
    const sent = () => {
      this.frames.push(this.tokens.length);
      moments.emit('sent');
    };
    this.provider = new WebsocketProvider(`${line.url.replace('http', 'ws')}/collab`, documentId, this.doc, {
      WebSocketPolyfill: pageSocket(line, sent),
      disableBc: true,
      maxBackoffTime: 300,
    });
    this.provider.messageHandlers[saved] = (_encoder, decoder) => this.acknowledge(readVarUint(decoder));
    for (const other of [101, 102, 103]) this.provider.messageHandlers[other] = () => undefined;
    this.provider.on('closed', ({ code }) => {
      this.closedWith = code;
      this.mustStartAnew = code === clash;
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connecting') this.frames = [];
    });
  }

  get isSynced(): boolean {
    return this.provider.synced;
  }

  get count(): number {
    return countIn(this.doc);
  }

  words(): string[] {
    return wordsIn(this.doc);
  }

  /** For whoever asks why this one is not back. */
  toString(): string {
    const { isSynced, closedWith } = this;
    return `${this.name} of y-websocket: ${JSON.stringify({ isSynced, closedWith })}`;
  }

  write(): void {
    const text = `${this.name}.${this.tokens.length}`;
    this.tokens.push({ text, isAcknowledged: false });
    addWord(this.doc, text);
  }

  reload(): boolean {
    return false;
  }

  stop(): void {
    this.provider.awareness.destroy();
    this.provider.destroy();
    this.doc.destroy();
  }

  private acknowledge(count: number): void {
    const upTo = this.frames[count - 1] ?? 0;
    for (const token of this.tokens.slice(0, upTo)) token.isAcknowledged = true;
    this.moments.emit('saved');
  }
}
