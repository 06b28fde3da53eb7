import { DocumentProvider, type DocumentStatus, fetchLine } from '@mufakat/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { copyName, KeptWords, type Where, within } from './kept-words';

export { forgetDocuments, unsentDocuments } from './kept-words';
export type { DocumentStatus } from '@mufakat/provider';

const networkTurns = ['online', 'offline'] as const;

let hasAskedToKeep = false;

/** A co-edited text in a page: the document, its copy on this device, and the line to the server. */
export class OpenDocument {
  readonly doc = new Y.Doc();
  readonly provider: DocumentProvider;
  private readonly words: KeptWords;
  private readonly copies = new Set<unknown>();
  private copy: IndexeddbPersistence | null = null;
  private isClosed = false;

  constructor(private readonly where: Where) {
    this.words = new KeptWords(where);
    this.provider = new DocumentProvider({
      ...where,
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
      doc: this.doc,
      store: this.words,
      http: fetchLine({ ...where, api: '/api' }),
      notWritten: this.copies,
    });
    addEventListener('beforeunload', this.warn);
    for (const turn of networkTurns) addEventListener(turn, this.renew);
    addEventListener('focus', this.retry);
    this.provider.subscribe(() => this.askToKeep());
    void this.open();
  }

  readonly current = (): DocumentStatus => this.provider.current();

  readonly subscribe = (listener: () => void): (() => void) => this.provider.subscribe(listener);

  /** Puts lines of plain text at the end, each a paragraph of its own. */
  append(lines: readonly string[]): void {
    const paragraphs = lines.map((line) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    });
    this.doc.getXmlFragment('default').push(paragraphs);
  }

  /** Leaves the room and lets go of everything; the copy and what is unsent stay on this device. */
  close(): void {
    this.isClosed = true;
    removeEventListener('beforeunload', this.warn);
    for (const turn of networkTurns) removeEventListener(turn, this.renew);
    removeEventListener('focus', this.retry);
    this.provider.close();
    void this.copy?.destroy();
    void this.words.close();
    this.doc.destroy();
  }

  /** First the copy on this device, then the line. A browser without storage has the text from the server only. */
  private async open(): Promise<void> {
    if ('indexedDB' in globalThis) await this.openCopy().catch(() => undefined);
    if (!this.isClosed) await this.provider.open();
  }

  private async openCopy(): Promise<void> {
    const number = await this.words.copyNumber();
    if (this.isClosed) return;
    const copy = new IndexeddbPersistence(copyName(this.where, number), this.doc);
    this.copies.add(copy);
    this.copy = copy;
    if (number > 0) indexedDB.deleteDatabase(copyName(this.where, number - 1));
    await within(copy.whenSynced, 3000);
  }

  /** Asked once, when there are words worth keeping: without it a browser short of space may drop them. */
  private askToKeep(): void {
    if (hasAskedToKeep || this.current().pending === 0) return;
    hasAskedToKeep = true;
    void navigator.storage?.persist?.().catch(() => undefined);
  }

  /** The network went or came: rather a new line than a dead one. */
  private readonly renew = (): void => this.provider.renew();

  private readonly retry = (): void => this.provider.retry();

  private readonly warn = (event: BeforeUnloadEvent): void => {
    const { pending, keptHere } = this.current();
    if (pending > 0 && !keptHere) event.preventDefault();
  };
}
