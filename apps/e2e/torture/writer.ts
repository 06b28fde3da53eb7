import type { EventEmitter } from 'node:events';
import WebSocket, { type ClientOptions } from 'ws';
import * as Y from 'yjs';

const fragment = 'default';

export type Token = { text: string; isAcknowledged: boolean };

/** How a writer reaches the server: the address of the pages, the cookie of a session, and whose it is. */
export type Line = { url: string; cookie: string; personId: string };

/** What happens to words, of whichever writer: they leave the device, and they are called saved. */
export type Moments = EventEmitter<{ sent: []; saved: [] }>;

/** Writes one word after the other, each never written before, and remembers which of them the server called saved. */
export interface Writer {
  readonly tokens: Token[];
  readonly isSynced: boolean;
  /**
   * The server asks it to start anew: its words build on words that were seen and never stored, and whose author is
   * gone for ever. What was called saved is not among them.
   */
  readonly mustStartAnew: boolean;
  /** How many words of everybody this writer has, and which. */
  readonly count: number;
  words(): string[];
  write(): void;
  /** Opens the page anew, with what the device kept; answers false when it keeps nothing. */
  reload(): boolean;
  stop(): void;
  toString(): string;
}

export const isSaved = ({ tokens }: Writer): boolean => tokens.every(({ isAcknowledged }) => isAcknowledged);

export function addWord(doc: Y.Doc, word: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(word)]);
  doc.getXmlFragment(fragment).push([paragraph]);
}

export const countIn = (doc: Y.Doc): number => doc.getXmlFragment(fragment).length;

export function wordsIn(doc: Y.Doc): string[] {
  const words: string[] = [];
  for (const element of doc.getXmlFragment(fragment).toArray())
    for (const text of (element as Y.XmlElement).toArray()) words.push(text.toString());
  return words;
}

/** A socket as a page of the product would open it; `sent` hears of every frame with an update. */
export function pageSocket({ url, cookie }: Line, sent: () => void): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { origin: url, cookie } } satisfies ClientOptions);
      this.on('error', () => undefined);
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (data instanceof Uint8Array && data[0] === 0 && (data[1] === 1 || data[1] === 2)) sent();
    }
  } as unknown as typeof globalThis.WebSocket;
}
