import type { AppendQueue } from './append-queue.js';
import type { BrokerOptions } from './broker.js';
import { ClientOwners } from './client-owners.js';
import { Differences } from './differences.js';
import { DocumentState } from './document-state.js';
import { EarlyWords } from './early-words.js';
import { emptyUpdate } from './fold.js';
import { Intake, type Offer } from './intake.js';
import { LogReader } from './log-reader.js';
import type { Member } from './member.js';
import type { Outbox } from './outbox.js';
import { RoomFolder } from './room-folder.js';
import type { StoredDocument, StoredNews } from './room-store.js';
import { frames } from './wire.js';

interface DocumentParts {
  documentId: string;
  stored: StoredDocument;
  options: BrokerOptions;
  queue: AppendQueue<Member>;
  outbox: Outbox;
  writers(): Member[];
  /** Who shows himself under a client id. */
  shownBy(clientId: number): string | null;
}

/** A document that is loaded: what is accepted into it, shown of it, and known of its log. */
export class OpenDocument {
  readonly state: DocumentState;
  readonly early: EarlyWords;
  private readonly intake: Intake;
  private readonly reader: LogReader;
  private readonly folder: RoomFolder<Member>;
  private readonly differences: Differences;

  constructor(private readonly parts: DocumentParts) {
    const { documentId, stored, options, queue, outbox } = parts;
    const { store, clock, limits } = options;
    const problem = (what: unknown) => options.onProblem(what, documentId);
    const state = new DocumentState(stored);
    this.state = state;
    this.early = new EarlyWords({ clock, patience: limits.early, clockOf: (client) => state.clockOf(client) });
    this.intake = new Intake({
      ...{ state, queue, clock, limits, early: this.early },
      owners: new ClientOwners(documentId, store.clientIds, limits, parts.shownBy),
      accepted: (update, author) => {
        author.hasWritten = true;
        outbox.put(update, author);
      },
    });
    this.reader = new LogReader(stored.lastSequence, {
      read: (after) => store.after(documentId, after),
      heard: (update) => this.heard(update),
      repaired: () => options.observe?.gapRepaired(),
      problem,
    });
    this.folder = new RoomFolder<Member>(state, {
      ...{ clock, limits, problem },
      fold: (base, tail) => options.folder.fold(base, tail),
      sequence: () => this.reader.sequence,
      keep: (snapshot) => store.keepSnapshot(documentId, snapshot),
      writers: parts.writers,
      repair: (update, writers) => this.repair(update, writers),
    });
    this.differences = new Differences(state, {
      ...{ most: limits.readHere, problem },
      difference: (base, vector) => options.folder.difference(base, vector),
      flush: () => outbox.flush(),
    });
    this.differences.prepare();
  }

  /** Together with what else somebody who comes has to know. */
  greet(member: Member, besides: readonly Uint8Array[]): void {
    member.earlyFrom = this.early.count;
    member.greet(this.state.vector(), [frames.generation(this.parts.stored.generation)], besides);
  }

  /** The pieces first, then an empty step 2: the client calls itself synced when it has the whole, and nothing is merged. */
  bring(member: Member, vector: Uint8Array): Promise<void> | void {
    member.countHeavy();
    return this.differences.give(member, vector, [frames.answer(emptyUpdate)]);
  }

  /** What a peer that read slowly has missed. */
  bringMissed(member: Member, vector: Uint8Array): Promise<void> | void {
    member.earlyFrom = this.early.count;
    return this.differences.give(member, vector, []);
  }

  take(member: Member, offer: Offer): Promise<void> | void {
    return this.intake.take(member, offer);
  }

  /** Words that waited for a decision may be taken in. */
  retry(): void {
    this.intake.retry();
  }

  /** What was accepted here stands in the log. */
  stored(updates: readonly Uint8Array[], sequence: number): void {
    this.state.settle(updates.length);
    this.reader.stored(sequence);
    this.folder.wake();
    this.parts.options.onStored?.({ documentId: this.parts.documentId, sequence, updates });
  }

  /** What another process accepted and has not stored yet: shown, and known to nobody else. */
  hearEarly(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      this.early.show(update);
      this.parts.outbox.put(update, null);
    }
  }

  /** What another process stored. */
  hear(news: StoredNews): void {
    this.reader.hear(news);
  }

  /** How far the log goes, according to the store. */
  compareHead(sequence: number): void {
    this.reader.compare(sequence);
  }

  /** Nobody looks at it any more. */
  rest(): void {
    this.folder.rest();
  }

  /** The process ends. */
  stop(): void {
    this.folder.stop();
    this.differences.stop();
  }

  private heard(update: Uint8Array): void {
    const early = this.early.settle(update);
    if (!this.state.hear(update)) return;
    this.parts.outbox.put(update, null, early);
    this.intake.retry();
    this.folder.wake();
  }

  /** Takes out what does not fit the document, as an edit of the product, and tells those who wrote lately. */
  private repair(update: Uint8Array, writers: readonly Member[]): void {
    this.intake.acceptOwn(update);
    this.parts.outbox.put(update, null);
    for (const writer of writers) writer.send(frames.repaired());
  }
}
