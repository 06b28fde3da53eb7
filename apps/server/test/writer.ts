import type { DocumentId } from '@mufakat/domain';
import { DocumentProvider, fetchLine, MemoryUnsavedStore } from '@mufakat/provider';
import { v7 as newId } from 'uuid';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { SeatService } from '../src/platform/access/seat.service.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { DocumentService } from '../src/platform/rooms/document.service.js';
import type { Sitting, Workspace } from './workspace.js';

/** Makes a text that says "Awal. ", behind the door of the kind `test`. */
export async function makeText(workspace: Workspace, as: Sitting, spaceId = as.shared): Promise<DocumentId> {
  const id = newId() as DocumentId;
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'Awal. ');
  const start = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const seat = await workspace.app.get(SeatService).take(as.personId, as.partnershipId);
  await workspace.app
    .get(UnitOfWork)
    .run(seat, (tx) =>
      workspace.app.get(DocumentService).create(tx, { id, spaceId, kind: 'test', subjectId: newId(), start }),
    );
  return id;
}

/** What stands between a person and the server: nothing, a network without sockets, or one that swallows what is sent. */
export type Network = 'open' | 'no sockets' | 'swallows';

/** A page of a person with a text open, as the product opens it. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly provider: DocumentProvider;
  private readonly sockets = new Set<WebSocket>();
  network: Network;

  constructor(
    url: string,
    as: { token: string; personId: string },
    documentId: string,
    { store = new MemoryUnsavedStore(), network = 'open' as Network, personId = as.personId } = {},
  ) {
    this.network = network;
    const headers = { origin: url, cookie: `sid=${as.token}` };
    this.provider = new DocumentProvider({
      url: `${url.replace('http', 'ws')}/collab`,
      documentId,
      personId,
      doc: this.doc,
      store,
      http: fetchLine({
        api: `${url}/api`,
        documentId,
        personId,
        fetch: (address, init) => fetch(address, { ...init, headers: { ...init?.headers, ...headers } }),
      }),
      WebSocketPolyfill: pageSocket(headers, {
        network: () => this.network,
        opened: (socket) => this.sockets.add(socket),
      }),
    });
  }

  async open(): Promise<this> {
    await this.provider.open();
    return this;
  }

  write(words: string): void {
    const text = this.doc.getText('t');
    text.insert(text.length, words);
  }

  get text(): string {
    return this.doc.getText('t').toString();
  }

  get state(): string {
    return this.provider.current().state;
  }

  /** Breaks the line as a lost network does, without a word. */
  cut(): void {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
  }

  close(): void {
    this.provider.close();
    this.doc.destroy();
  }
}

/** The sockets of a page, with what a browser adds, in a network that may change. */
function pageSocket(
  headers: Record<string, string>,
  { network, opened }: { network: () => Network; opened: (socket: WebSocket) => void },
): typeof globalThis.WebSocket {
  class PageSocket extends WebSocket {
    constructor(address: string) {
      super(network() === 'no sockets' ? 'ws://127.0.0.1:9' : address, { headers });
      opened(this);
    }

    override send(data: Uint8Array): void {
      if (network() === 'open') super.send(data);
    }
  }
  return PageSocket as unknown as typeof globalThis.WebSocket;
}

/** Waits for something that a line brings about. */
export async function until(isTrue: () => boolean, within = 20_000): Promise<void> {
  const end = Date.now() + within;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`it did not happen within ${within} ms`);
    await new Promise((done) => setTimeout(done, 10));
  }
}
