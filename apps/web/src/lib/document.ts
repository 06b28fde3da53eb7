import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import { readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';
import type { SavedReport } from './saved';

/** The server's word that the first n update frames of this socket are durable. */
const savedMessage = 100;
/** Whether the server can store just now: 1 it cannot, 0 it can again. */
const storageMessage = 101;

/** How long a change may be on its way before it is said to be on this device only, in milliseconds. */
const patience = 3000;

/** Closing codes after which asking again is pointless. */
const final = new Set([4400, 4401, 4403, 4404, 4409, 4413]);

export type DocumentStatus = SavedReport & {
  /** Whether the line is open and both sides have the same text. */
  synced: boolean;
  /** Whether this device holds the text, so that closing the page loses nothing. */
  keptHere: boolean;
  /** The code with which the server closed the line for good. */
  closedWith: number | null;
};

const networkTurns = ['online', 'offline'] as const;

type Where = { documentId: string; personId: string };

const storeName = ({ documentId, personId }: Where) => `mufakat.text.${personId}.${documentId}`;

/** A co-edited text: the document, who else is in it, and a truthful answer to whether it is saved. */
export class OpenDocument {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  private store: IndexeddbPersistence | null = null;
  private status: DocumentStatus = { state: 'saved', pending: 0, synced: false, keptHere: false, closedWith: null };
  private readonly listeners = new Set<() => void>();
  /** Changes made here which the server has not called durable. */
  private pending = 0;
  private sent = 0;
  private durable = 0;
  private refused = false;
  private storing = true;
  private overdue: ReturnType<typeof setTimeout> | undefined;
  private isLate = false;

  constructor(where: Where) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.provider = new WebsocketProvider(`${scheme}://${location.host}/collab`, where.documentId, this.doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 10_000,
      WebSocketPolyfill: countingSocket(() => this.countSent()),
      shouldReconnect: (event) => !final.has(event.code),
    });
    this.provider.messageHandlers[savedMessage] = (_encoder, decoder) => this.countDurable(readVarUint(decoder));
    this.provider.messageHandlers[storageMessage] = (_encoder, decoder) => {
      this.storing = readVarUint(decoder) === 0;
      this.tell();
    };
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') {
        [this.sent, this.durable, this.storing] = [0, 0, true];
        this.awaitWord();
      }
      this.tell();
    });
    this.provider.on('sync', () => this.settle());
    this.provider.on('closed', ({ code }) => {
      this.refused = this.pending > 0;
      this.tell({ closedWith: code });
    });
    this.doc.on('update', this.count);
    addEventListener('beforeunload', this.warn);
    for (const turn of networkTurns) addEventListener(turn, this.tryAnew);
    void this.open(where);
  }

  readonly current = (): DocumentStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Leaves the room and lets go of everything; the copy on this device stays. */
  close(): void {
    removeEventListener('beforeunload', this.warn);
    for (const turn of networkTurns) removeEventListener(turn, this.tryAnew);
    clearTimeout(this.overdue);
    this.doc.off('update', this.count);
    this.provider.destroy();
    void this.store?.destroy();
    this.doc.destroy();
  }

  /** First what this device holds, then the line: a text is readable before the network answers. */
  private async open(where: Where): Promise<void> {
    // A browser without storage: the text lives on the server only, and leaving warns.
    if ('indexedDB' in globalThis) await this.openStore(where).catch(() => undefined);
    this.provider.connect();
  }

  private async openStore(where: Where): Promise<void> {
    const store = new IndexeddbPersistence(storeName(where), this.doc);
    await within(store.whenSynced, 3000);
    this.store = store;
    this.pending += Number((await store.get('pending')) ?? 0);
    if (this.pending > 0) this.keepCount();
    this.tell({ keptHere: true });
  }

  private readonly count = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider || origin instanceof IndexeddbPersistence) return;
    this.pending += 1;
    if (this.pending === 1) this.awaitWord();
    this.keepCount();
    this.tell();
  };

  private countSent(): void {
    this.sent += 1;
    this.tell();
  }

  private countDurable(frames: number): void {
    this.durable = frames;
    this.awaitWord();
    this.settle();
  }

  /** A line can be dead without having closed; the server's last word on it begins a new wait. */
  private awaitWord(): void {
    clearTimeout(this.overdue);
    this.isLate = false;
    this.overdue = setTimeout(() => {
      this.isLate = true;
      this.tell();
    }, patience);
  }

  /** The network went or came: rather a new line than a dead one, or one that waits for its turn. */
  private readonly tryAnew = (): void => {
    if (!this.provider.shouldConnect) return;
    this.provider.disconnect();
    this.provider.connect();
  };

  /** Nothing is pending once both sides agree and every frame sent on this line is durable; what is pending was sent on it. */
  private settle(): void {
    if (this.provider.synced && this.sent > 0 && this.durable >= this.sent && this.pending > 0) {
      this.pending = 0;
      this.refused = false;
      this.keepCount();
    }
    this.tell();
  }

  private keepCount(): void {
    void this.store?.set('pending', this.pending).catch(() => this.tell({ keptHere: false }));
  }

  private tell(news: Partial<DocumentStatus> = {}): void {
    const { synced, wsconnected } = this.provider;
    this.status = { ...this.status, ...news, synced, pending: this.pending, state: this.stateNow(wsconnected) };
    for (const listener of this.listeners) listener();
  }

  private stateNow(connected: boolean): SavedReport['state'] {
    if (this.refused) return 'refused';
    if (this.pending === 0) return 'saved';
    return connected && this.storing && !this.isLate ? 'saving' : 'local';
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.pending > 0 && !this.status.keptHere) event.preventDefault();
  };
}

/** Throws away the copy of a text on this device. */
export function forgetDocument(where: Where): void {
  indexedDB.deleteDatabase(storeName(where));
}

/** The texts of a person on this device which hold words the server does not have. */
export async function unsentDocuments(personId: string): Promise<string[]> {
  const prefix = `mufakat.text.${personId}.`;
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
  const counts = await Promise.all(names.map(async (name) => [name, await pendingIn(name)] as const));
  return counts.filter(([, pending]) => pending > 0).map(([name]) => name.slice(prefix.length));
}

/** Wipes every text of a person from this device. */
export async function forgetDocuments(personId: string): Promise<void> {
  for (const { name } of await indexedDB.databases())
    if (name?.startsWith(`mufakat.text.${personId}.`)) indexedDB.deleteDatabase(name);
}

async function pendingIn(name: string): Promise<number> {
  const doc = new Y.Doc();
  const store = new IndexeddbPersistence(name, doc);
  const pending = Number((await store.get('pending')) ?? 0);
  await store.destroy();
  doc.destroy();
  return pending;
}

/** A socket which tells of every frame that carries text: sync step 2 and update. */
function countingSocket(onText: () => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      if (data instanceof Uint8Array && data[0] === 0 && (data[1] === 1 || data[1] === 2)) onText();
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}

async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
