import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Sitting } from '../../server/test/workspace.js';
import { until } from './cluster.js';

/** The frame that says how many of a connection's edits are durable. */
const saved = 100;
const tryAgainLater = 1013;

/** A document open in a stock y-websocket client, which comes back by itself unless it is told not to. */
export class DocumentScreen {
  readonly doc = new Y.Doc();
  /** The code of each closing. */
  readonly closed: number[] = [];
  closedAt = 0;
  /** The longest time from a closing until it was whole again. */
  longestAbsence = 0;
  /** How many edits of the connection are durable. */
  durable = 0;
  readonly provider: WebsocketProvider;

  constructor(url: string, who: Pick<Sitting, 'token'>, documentId: string, comesBack = false) {
    const headers = { origin: url, cookie: `sid=${who.token}` };
    class BrowserSocket extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
      }
    }
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/collab`, documentId, this.doc, {
      WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 1_000,
    });
    this.provider.messageHandlers[saved] = (_, decoder) => {
      this.durable = Number(decoder.arr[1]);
    };
    for (const unknown of [101, 102, 103]) this.provider.messageHandlers[unknown] = () => undefined;
    this.provider.on('connection-close', (event) => {
      // "Try again later" is no answer: every client comes back from it.
      if (event?.code === tryAgainLater) return;
      this.closed.push(event?.code ?? 0);
      this.closedAt = performance.now();
      this.provider.shouldConnect &&= comesBack;
    });
    this.provider.on('sync', (isWhole) => {
      if (isWhole && this.closedAt > 0)
        this.longestAbsence = Math.max(this.longestAbsence, performance.now() - this.closedAt);
    });
  }

  get text(): string {
    return this.body.toString();
  }

  /** Adds a paragraph at the end. */
  write(words: string): void {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    this.body.insert(this.body.length, [paragraph]);
  }

  private get body(): Y.XmlFragment {
    return this.doc.getXmlFragment('default');
  }

  synced(): Promise<void> {
    return until(() => this.provider.synced);
  }

  destroy(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
