import type { EventEmitter } from 'node:events';
import { readVarUint } from 'lib0/decoding';
import WebSocket, { type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const saved = 100;
const clash = 4409;
const fragment = 'default';

export type Token = { text: string; isAcknowledged: boolean };

/** How a writer reaches the server: the address of the pages, and the cookie of a session. */
export type Line = { url: string; cookie: string };

/** What happens to words, of whichever writer: they leave the device, and they are called saved. */
export type Moments = EventEmitter<{ sent: []; saved: [] }>;

/**
 * Writes one word after the other, each never written before, and remembers of which the server said that they are
 * saved. It speaks by the stock client, which sends after a break what the server lacks.
 */
export class TokenWriter {
  readonly tokens: Token[] = [];
  /**
   * The server asks it to start anew: its words build on words that were seen and never stored, and whose author is
   * gone for ever. What was called saved is not among them.
   */
  mustStartAnew = false;
  private readonly doc = new Y.Doc();
  private readonly provider: WebsocketProvider;
  /** How many of the tokens each frame of this connection brings the server up to. */
  private frames: number[] = [];

  constructor(
    private readonly name: string,
    private readonly line: Line,
    documentId: string,
    private readonly moments: Moments,
  ) {
    this.provider = new WebsocketProvider(`${line.url.replace('http', 'ws')}/collab`, documentId, this.doc, {
      WebSocketPolyfill: this.socketClass(),
      disableBc: true,
      maxBackoffTime: 300,
    });
    this.provider.messageHandlers[saved] = (_encoder, decoder) => this.acknowledge(readVarUint(decoder));
    for (const other of [101, 102, 103]) this.provider.messageHandlers[other] = () => undefined;
    this.provider.on('closed', ({ code }) => (this.mustStartAnew = code === clash));
    this.provider.on('status', ({ status }) => {
      if (status === 'connecting') this.frames = [];
    });
  }

  get isSynced(): boolean {
    return this.provider.synced;
  }

  get isSaved(): boolean {
    return this.tokens.every(({ isAcknowledged }) => isAcknowledged);
  }

  write(): void {
    const text = `${this.name}.${this.tokens.length}`;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    this.tokens.push({ text, isAcknowledged: false });
    this.doc.getXmlFragment(fragment).push([paragraph]);
  }

  /** The words of everybody, as this writer has them. */
  words(): string[] {
    return wordsOf(this.doc);
  }

  get count(): number {
    return this.doc.getXmlFragment(fragment).length;
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

  private socketClass(): typeof globalThis.WebSocket {
    const { line, moments } = this;
    const countFrame = () => void this.frames.push(this.tokens.length);
    return class extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { origin: line.url, cookie: line.cookie } } satisfies ClientOptions);
        this.on('error', () => undefined);
      }

      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (data instanceof Uint8Array && data[0] === 0 && (data[1] === 1 || data[1] === 2)) countFrame();
        super.send(data);
        moments.emit('sent');
      }
    } as unknown as typeof globalThis.WebSocket;
  }
}

function wordsOf(doc: Y.Doc): string[] {
  const words: string[] = [];
  for (const element of doc.getXmlFragment(fragment).toArray())
    for (const text of (element as Y.XmlElement).toArray()) words.push(text.toString());
  return words;
}

/** What became of the tokens: those called saved must be there once, the others at most once. */
export function judge(tokens: readonly Token[], words: readonly string[]): { lost: string[]; doubled: string[] } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    lost: tokens.flatMap(({ text, isAcknowledged }) => (isAcknowledged && !counts.has(text) ? [text] : [])),
    doubled: tokens.flatMap(({ text }) => ((counts.get(text) ?? 0) > 1 ? [text] : [])),
  };
}
