import { type Decoder, readVarUint } from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type DocumentStatus, stateOf, unopened } from './document-status.js';
import { makesStale, setAside } from './ending.js';
import { HttpFallback } from './http-fallback.js';
import type { HttpLine, News } from './http-line.js';
import { Outgoing, through } from './outgoing.js';
import { lateAfter, Patience, silentAfter } from './patience.js';
import type { ProviderSettings } from './provider-settings.js';
import { isFinal, replaced, signIn, waitBefore } from './reconnecting.js';
import { UnsavedWords } from './unsaved-words.js';
import type { Unsent } from './unsent.js';
import { said } from './wire.js';

/** A document over y-websocket, with a truthful answer to who has what was written. Rules in SPEC.md. */
export class DocumentProvider {
  readonly doc: Y.Doc;
  /** The transport, for whoever shows who else is there. */
  readonly socket: WebsocketProvider;
  private readonly words: UnsavedWords;
  private readonly outgoing: Outgoing;
  private readonly fallback: HttpFallback | null;
  private readonly random: () => number;
  private readonly patience = new Patience(silentAfter, () => this.fallBack());
  private readonly lateness = new Patience(lateAfter, () => this.tell());
  private readonly listeners = new Set<() => void>();
  private status: DocumentStatus = unopened;
  private generation: number | null = null;
  private phase: 'new' | 'open' | 'ended' | 'closed' = 'new';
  private isStoring = true;
  private httpWorks = false;
  private keepsHere = false;
  private attempts = 0;
  private reconnectTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly settings: ProviderSettings) {
    const { url, documentId, personId, doc, http, random = Math.random } = settings;
    this.doc = doc;
    this.random = random;
    this.words = new UnsavedWords(settings.store, () => this.tell());
    this.outgoing = new Outgoing(this.words);
    this.fallback = http ? this.fallbackOver(http) : null;
    // Before y-websocket listens, so that an update is known as unsaved when its frame goes out.
    doc.on('update', this.write);
    this.socket = new WebsocketProvider(url, documentId, doc, {
      connect: false,
      disableBc: true,
      params: personId ? { person: personId } : {},
      shouldReconnect: () => false,
      WebSocketPolyfill: through(this.outgoing, settings.WebSocketPolyfill ?? WebSocket),
    });
    this.listen();
  }

  readonly current = (): DocumentStatus => this.status;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** First what this device kept, then the line: a text is readable before the network answers. */
  async open(): Promise<void> {
    const kept = await this.settings.store.open().catch(() => null);
    if (this.phase !== 'new') return;
    const { generation = null, updates = [], unsent = [] } = kept ?? {};
    this.generation = generation;
    this.words.restore(updates);
    for (const { update } of updates) Y.applyUpdate(this.doc, update, this);
    this.phase = 'open';
    this.keepsHere = kept !== null;
    this.tell({ unsent });
    this.socket.connect();
    this.watch();
  }

  /** Tries at once instead of after the pause, such as when the page is looked at again. */
  retry(): void {
    if (this.phase !== 'open') return;
    clearTimeout(this.reconnectTimer);
    this.socket.connect();
    this.fallback?.hurry();
  }

  /** Gives up a line that may be dead without having closed, such as when the network went or came. */
  renew(): void {
    if (this.phase !== 'open') return;
    this.socket.disconnect();
    this.retry();
  }

  /** The person has decided about the words that were offered. */
  async forgetUnsent(): Promise<void> {
    const { unsent } = this.status;
    this.tell({ unsent: [] });
    await this.settings.store.forget(unsent);
  }

  /** Leaves; what is unsaved stays in the store. */
  close(): void {
    this.phase = 'closed';
    this.leave();
    this.doc.off('update', this.write);
    this.socket.destroy();
  }

  private listen(): void {
    const hear = (kind: number, act: (decoder: Decoder) => void) => {
      this.socket.messageHandlers[kind] = (_encoder, decoder) => act(decoder);
    };
    hear(said.saved, (decoder) => {
      this.words.acknowledge(readVarUint(decoder));
      this.worked();
    });
    hear(said.storage, (decoder) => {
      this.isStoring = readVarUint(decoder) === 0;
      this.tell();
    });
    hear(said.generation, (decoder) => void this.belongsTo(readVarUint(decoder)));
    hear(said.repaired, () => this.tell({ repairs: this.status.repairs + 1 }));
    this.socket.on('sync', (isSynced: boolean) => {
      if (!isSynced) return this.tell();
      this.attempts = 0;
      this.worked();
    });
    this.socket.on('status', ({ status }) => {
      if (status === 'connecting') this.isStoring = true;
      if (status === 'connected') this.lateness.reset();
      this.tell();
    });
    this.socket.on('closed', ({ code }) => this.socketClosed(code));
  }

  private readonly write = (update: Uint8Array, origin: unknown): void => {
    const isWritten = origin !== this.socket && origin !== this && !this.settings.notWritten?.has(origin);
    this.outgoing.isWriting = isWritten;
    if (!isWritten) return;
    this.words.write(update);
    this.fallback?.hurry();
    this.tell();
  };

  /** The socket works: nothing else is needed. */
  private worked(): void {
    this.patience.reset();
    this.lateness.reset();
    this.fallback?.stop();
    this.tell({ closedWith: null });
  }

  private socketClosed(code: number): void {
    if (this.phase !== 'open') return;
    if (isFinal(code)) return void this.end(code);
    this.reconnectTimer = setTimeout(() => this.socket.connect(), waitBefore(code, this.attempts++, this.random));
    this.tell(code === signIn ? { closedWith: code } : {});
  }

  /** Keeps the clocks that run while the socket owes an answer. */
  private watch(): void {
    this.lateness.keep(this.phase === 'open' && this.words.count > 0);
    const owes = this.words.count > 0 || !this.socket.synced;
    this.patience.keep(this.phase === 'open' && this.isStoring && owes && !this.fallback?.isActive);
  }

  private fallBack(): void {
    if (!this.fallback) return;
    this.httpWorks = false;
    this.fallback.start();
    // A socket that looks open and answers nothing has to prove itself anew.
    if (this.socket.wsconnected) this.renew();
    this.tell();
  }

  private fallbackOver(http: HttpLine): HttpFallback {
    return new HttpFallback(http, this.words, {
      hear: (news) => this.hear(news),
      generation: () => this.generation ?? 1,
      tell: (works) => {
        this.httpWorks = works;
        this.tell(works ? { closedWith: null } : {});
      },
      closed: (code) => {
        this.httpWorks = false;
        if (isFinal(code)) void this.end(code);
        else this.tell(code === signIn ? { closedWith: code } : {});
      },
      random: this.random,
    });
  }

  private hear({ generation, updates }: News): boolean {
    if (!this.belongsTo(generation)) return false;
    // As if the socket had brought them: y-websocket does not send them on.
    for (const update of updates) Y.applyUpdate(this.doc, update, this.socket);
    return true;
  }

  /** Whether this copy is of the history the server has; one of another must not be merged. */
  private belongsTo(generation: number): boolean {
    if (this.generation !== null && this.generation !== generation) {
      void this.end(replaced, generation);
      return false;
    }
    if (this.generation === null) void this.settings.store.keepGeneration(generation).catch(() => undefined);
    this.generation = generation;
    return true;
  }

  /** Stops for good; unsaved words are set aside and offered. */
  private async end(code: number, generation = this.generation): Promise<void> {
    if (this.phase !== 'open') return;
    this.phase = 'ended';
    this.leave();
    const ending = { code, generation };
    const isStale = makesStale(ending);
    this.tell({ closedWith: isStale ? null : code });
    const offer = (unsent: Unsent) => this.tell({ isStale, unsent: [...this.status.unsent, unsent] });
    const { doc, words, settings } = this;
    this.keepsHere &&= await setAside({ doc, words, store: settings.store, ending, offer });
    doc.off('update', this.write);
    this.tell({ isStale });
  }

  private leave(): void {
    clearTimeout(this.reconnectTimer);
    this.watch();
    this.fallback?.stop();
    this.socket.disconnect();
  }

  private tell(news: Partial<DocumentStatus> = {}): void {
    this.watch();
    this.status = this.statusWith(news);
    for (const listener of this.listeners) listener();
  }

  private statusWith(news: Partial<DocumentStatus>): DocumentStatus {
    const { wsconnected, synced } = this.socket;
    const byHttp = this.fallback?.isActive ?? false;
    const status = { ...this.status, ...news, synced: byHttp ? this.httpWorks : synced };
    const pending = this.words.count + status.unsent.reduce((sum, { changes }) => sum + changes, 0);
    const isRefused = this.phase === 'ended' || status.unsent.length > 0;
    const isOnItsWay = byHttp ? this.httpWorks : wsconnected && this.isStoring && !this.lateness.isOver;
    const keptHere = this.keepsHere && this.words.areKept;
    return { ...status, pending, keptHere, state: stateOf({ pending, isRefused, isOnItsWay }) };
  }
}
