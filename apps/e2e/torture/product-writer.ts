import { DocumentProvider, fetchLine, MemoryUnsavedStore } from '@mufakat/provider';
import * as Y from 'yjs';
import { addWord, countIn, type Line, type Moments, pageSocket, type Token, wordsIn, type Writer } from './writer.js';

/** Comes back soon, as the stock client of these runs does, so that no kill is waited for longer than need be. */
const hurry = () => 0.1;

/** Writes by the product's own provider on a device that keeps what is not saved, also when the page is opened anew. */
export class ProductWriter implements Writer {
  readonly tokens: Token[] = [];
  mustStartAnew = false;
  private readonly device = new MemoryUnsavedStore();
  private page: { doc: Y.Doc; provider: DocumentProvider; isOpen: boolean };

  constructor(
    private readonly name: string,
    private readonly line: Line,
    private readonly documentId: string,
    private readonly moments: Moments,
  ) {
    this.page = this.open();
  }

  get isSynced(): boolean {
    return this.page.isOpen && this.page.provider.current().synced;
  }

  get count(): number {
    return countIn(this.page.doc);
  }

  words(): string[] {
    return wordsIn(this.page.doc);
  }

  /** For whoever asks why this one is not back. */
  toString(): string {
    const { state, pending, synced, closedWith } = this.page.provider.current();
    return `${this.name} of the product: ${JSON.stringify({ state, pending, synced, closedWith })}`;
  }

  write(): void {
    const text = `${this.name}.${this.tokens.length}`;
    this.tokens.push({ text, isAcknowledged: false });
    addWord(this.page.doc, text);
  }

  reload(): boolean {
    this.close();
    this.page = this.open();
    return true;
  }

  stop(): void {
    this.close();
  }

  private open(): ProductWriter['page'] {
    const { line, documentId } = this;
    const { url, cookie, personId } = line;
    const doc = new Y.Doc();
    const provider = new DocumentProvider({
      ...{ url: `${url.replace('http', 'ws')}/collab`, documentId, personId, doc, store: this.device, random: hurry },
      WebSocketPolyfill: pageSocket(line, () => this.moments.emit('sent')),
      http: fetchLine({
        ...{ api: `${url}/api`, documentId, personId },
        fetch: (address, init) => fetch(address, { ...init, headers: { ...init?.headers, origin: url, cookie } }),
      }),
    });
    const page = { doc, provider, isOpen: false };
    provider.subscribe(() => this.look(page));
    void provider.open().then(() => {
      page.isOpen = true;
      this.look(page);
    });
    return page;
  }

  private close(): void {
    this.page.provider.close();
    this.page.doc.destroy();
  }

  /** Words become saved in the order they were written; what is offered instead was never called saved. */
  private look(page: ProductWriter['page']): void {
    if (page !== this.page || !page.isOpen) return;
    const { pending, isStale, unsent, closedWith } = page.provider.current();
    this.mustStartAnew ||= isStale || unsent.length > 0 || closedWith !== null;
    if (this.mustStartAnew) return;
    for (const token of this.tokens.slice(0, this.tokens.length - pending)) token.isAcknowledged = true;
    this.moments.emit('saved');
  }
}
