import { AppendQueue, type Entry } from './append-queue.js';
import type { BrokerOptions } from './broker.js';
import { ClientOwners } from './client-owners.js';
import { PeerFault, type CloseReason } from './close-codes.js';
import { DocumentState } from './document-state.js';
import { emptyUpdate } from './fold.js';
import { Intake } from './intake.js';
import { LogReader } from './log-reader.js';
import { Member } from './member.js';
import { Outbox, type Turn } from './outbox.js';
import type { Peer, Waiting } from './peer.js';
import { Presence } from './presence.js';
import { RoomFolder } from './room-folder.js';
import type { StoredDocument, StoredNews } from './room-store.js';
import { frames, readMessage, type AwarenessEntry } from './wire.js';

/** How often slow members are looked at, in milliseconds. */
const lookAtSlow = 250;

/** What exists once the document is loaded. */
interface Open {
  state: DocumentState;
  intake: Intake;
  reader: LogReader;
  folder: RoomFolder<Member>;
  generation: number;
}

/** A document and the peers who look at it. */
export class Room {
  private readonly members = new Set<Member>();
  private readonly presence: Presence;
  private readonly queue: AppendQueue<Member>;
  private readonly outbox: Outbox;
  private loaded: Open | null = null;
  private isDraining = false;
  private isWatching = false;
  private cancelIdle: (() => void) | null = null;
  /** Who came while the document was loading, also those who left again: what they sent counts. */
  private early: Member[] = [];

  constructor(
    private readonly documentId: string,
    private readonly options: BrokerOptions,
    private readonly forget: () => void,
  ) {
    const { clock, limits, store, onProblem, onAwareness } = options;
    this.outbox = new Outbox(clock, (turn) => this.deliver(turn));
    this.presence = new Presence(
      {
        show: (entries) => this.showAwareness(entries),
        tell: (entries) => onAwareness?.(documentId, entries),
      },
      clock,
      limits,
    );
    this.queue = new AppendQueue<Member>(
      {
        append: async (updates) => store.append(documentId, updates),
        stored: (entries, sequence) => this.stored(entries, sequence),
        trouble: (state) => this.each((member) => member.send(frames.storage(state))),
        idle: () => this.restWhenEmpty(),
        problem: (problem) => onProblem(problem, documentId),
      },
      clock,
      limits,
    );
  }

  get size(): number {
    return this.members.size;
  }

  /** Bytes of the document held in memory. */
  get bytes(): number {
    return this.loaded?.state.bytes ?? 0;
  }

  /** When the oldest edit that is not stored was accepted; null when all are. */
  get unsavedSince(): number | null {
    return this.queue.unsavedSince;
  }

  join(peer: Peer): Member {
    this.cancelIdle?.();
    this.cancelIdle = null;
    const member = new Member(peer, this.options.clock, this.options.limits);
    this.members.add(member);
    if (this.loaded) this.greet(member, this.loaded);
    else this.early.push(member);
    return member;
  }

  receive(member: Member, frame: Uint8Array): void {
    if (!member.isHere || this.isDraining) return;
    try {
      member.enqueue(frame);
      this.work(member);
    } catch (problem) {
      this.fault(member, problem);
    }
  }

  /** The peer closed by itself; what it sent before is still handled. */
  leave(member: Member): void {
    member.leave();
    this.remove(member);
  }

  /** The rights of the chosen peers are decided: those without any are closed, the others go on. */
  recheck(isMeant: (peer: Peer) => boolean): void {
    for (const member of this.members) {
      if (!isMeant(member.peer)) continue;
      if (member.peer.rights() === 'none') this.dismiss(member, 'forbidden', 'right removed');
      else if (!member.isBusy) this.resume(member);
    }
  }

  /** What another process stored. */
  hear(news: StoredNews): void {
    this.loaded?.reader.hear(news);
  }

  /** How far the log goes, according to the store. */
  compareHead(sequence: number): void {
    this.loaded?.reader.compare(sequence);
  }

  hearAwareness(from: string, entries: readonly AwarenessEntry[]): void {
    this.presence.hear(from, entries);
  }

  /** What the peers of this process show of themselves. */
  get awareness(): AwarenessEntry[] {
    return this.presence.own();
  }

  /** Takes nothing more, waits for storage, and closes everybody. */
  async drain(patience: Promise<void>): Promise<void> {
    this.isDraining = true;
    await Promise.race([this.queue.settled(), patience]);
    this.outbox.flush();
    for (const member of this.members) this.dismiss(member, 'restart', 'drained');
  }

  /** Loads the document; whoever joined meanwhile is greeted then. */
  async open(): Promise<void> {
    try {
      const stored = await this.options.store.load(this.documentId);
      if (!stored) return this.abandon('unknown', 'no such document');
      const loaded = this.build(stored);
      this.loaded = loaded;
      this.each((member) => this.greet(member, loaded));
      for (const member of this.early.splice(0)) this.resume(member);
      this.options.onOpen?.(this.documentId);
      this.restWhenEmpty();
    } catch (problem) {
      this.options.onProblem(problem, this.documentId);
      this.abandon('later', 'load failed');
    }
  }

  private build(stored: StoredDocument): Open {
    const { documentId, queue, options } = this;
    const { store, clock, limits, onProblem } = options;
    const state = new DocumentState(stored);
    const owners = new ClientOwners(documentId, store.clientIds, limits);
    const accepted = (update: Uint8Array, author: Member) => {
      author.hasWritten = true;
      this.outbox.put(frames.update(update), author);
    };
    const intake = new Intake({ state, owners, queue, clock, limits, accepted });
    const reader = new LogReader(stored.lastSequence, {
      read: (after) => store.after(documentId, after),
      heard: (update) => this.heard(update),
      repaired: () => options.observe?.gapRepaired(),
      problem: (problem) => onProblem(problem, documentId),
    });
    const folder = new RoomFolder<Member>(state, {
      clock,
      limits,
      fold: (base, tail) => options.folder.fold(base, tail),
      sequence: () => reader.sequence,
      keep: (snapshot) => store.keepSnapshot(documentId, snapshot),
      writers: () => this.takeWriters(),
      repair: (update, writers) => this.repair(update, writers),
      problem: (problem) => onProblem(problem, documentId),
    });
    return { state, intake, reader, folder, generation: stored.generation };
  }

  /** Closes all and lets the next one who comes try again with a new room. */
  private abandon(reason: CloseReason, detail: string): void {
    this.forget();
    for (const member of this.members) this.dismiss(member, reason, detail);
  }

  private greet(member: Member, { state, generation }: Open): void {
    member.send(frames.generation(generation));
    member.greet(state.vector());
    const others = this.presence.all();
    if (others.length > 0) member.send(frames.awareness(others));
    if (this.queue.isFailing) member.send(frames.storage('fails'));
  }

  /** Handles what waits, in order, until something has to be asked or the member's rights are being decided. */
  private work(member: Member): void {
    if (!this.loaded || member.isBusy) return;
    while (member.peer.rights() !== 'unknown') {
      const next = member.dequeue();
      if (!next) return;
      const asking = this.handle(member, next, this.loaded);
      if (!asking) continue;
      member.isBusy = true;
      void asking.then(
        () => this.resume(member),
        (problem: unknown) => this.fault(member, problem),
      );
      return;
    }
  }

  private resume(member: Member): void {
    member.isBusy = false;
    try {
      this.work(member);
    } catch (problem) {
      this.fault(member, problem);
    }
  }

  private handle(member: Member, { frame, isAnswer }: Waiting, { state, intake }: Open): Promise<void> | void {
    if (member.peer.rights() === 'none') throw new PeerFault('forbidden', 'right removed');
    const message = readMessage(frame);
    switch (message.kind) {
      case 'step1':
        return this.bring(member, state, message.stateVector);
      case 'step2':
      case 'update':
        return intake.take(member, { update: message.update, isAnswer });
      case 'awareness':
        return this.hearOf(member, message.entries);
      case 'query':
        return member.send(frames.awareness(this.presence.all()));
    }
  }

  /** The pieces first, then an empty step 2: the client calls itself synced when it has the whole, and nothing is merged. */
  private bring(member: Member, state: DocumentState, vector: Uint8Array): void {
    member.countHeavy();
    this.outbox.flush();
    member.sendContent([...state.since(vector).map(frames.update), frames.answer(emptyUpdate)]);
  }

  private hearOf(member: Member, entries: readonly AwarenessEntry[]): void {
    if (!member.isHere) return;
    const corrections = this.presence.receive(member, entries);
    if (corrections.length > 0) member.send(frames.awareness(corrections));
  }

  private stored(entries: readonly Entry<Member>[], sequence: number | null): void {
    const durable = new Map<Member, number>();
    const updates: Uint8Array[] = [];
    const now = this.options.clock.now();
    for (const { update, author, frames: count, at } of entries) {
      if (author) durable.set(author, (durable.get(author) ?? 0) + count);
      if (!update) continue;
      updates.push(update);
      this.options.observe?.saved(now - at);
    }
    if (sequence !== null) this.keepNews(updates, sequence);
    for (const [member, count] of durable) member.acknowledge(count);
  }

  private keepNews(updates: readonly Uint8Array[], sequence: number): void {
    const { loaded, documentId } = this;
    if (!loaded) return;
    loaded.state.settle(updates.length);
    loaded.reader.stored(sequence);
    loaded.folder.wake();
    this.options.onStored?.({ documentId, sequence, updates });
  }

  private heard(update: Uint8Array): void {
    const { loaded } = this;
    if (!loaded?.state.hear(update)) return;
    this.outbox.put(frames.update(update), null);
    loaded.intake.retry();
    loaded.folder.wake();
  }

  private takeWriters(): Member[] {
    const writers = [...this.members].filter(({ hasWritten }) => hasWritten);
    for (const writer of writers) writer.hasWritten = false;
    return writers;
  }

  /** Takes out what does not fit the document, as an edit of the product, and tells those who wrote lately. */
  private repair(update: Uint8Array, writers: readonly Member[]): void {
    this.loaded?.intake.acceptOwn(update);
    this.outbox.put(frames.update(update), null);
    for (const writer of writers) writer.send(frames.repaired());
  }

  private deliver(turn: Turn): void {
    const { loaded } = this;
    if (!loaded) return;
    this.options.observe?.shown(this.options.clock.now() - turn.began);
    this.each((member) => {
      if (member.isBehind) return;
      member.refuseBacklog();
      member.sendAll(turn.for(member));
      if (!member.isSlow()) return;
      member.fallBehind(loaded.state.vector());
      this.watch();
    });
  }

  /** Looks at slow members until there are none: they are brought up to date at once, or closed when they stopped reading. */
  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    this.options.clock.after(lookAtSlow, () => {
      this.isWatching = false;
      this.outbox.flush();
      this.each((member) => {
        const vector = member.caughtUpFrom();
        if (vector && this.loaded) member.sendContent(this.loaded.state.since(vector).map(frames.update));
        if (member.isBehind) this.watch();
      });
    });
  }

  private showAwareness(entries: readonly AwarenessEntry[]): void {
    const messages = [frames.awareness(entries)];
    this.each((member) => {
      if (!member.isBehind && !member.isSlow()) member.sendAll(messages);
    });
  }

  /** What fails for one peer is its own affair: the others are still served. */
  private each(act: (member: Member) => void): void {
    for (const member of this.members) {
      try {
        act(member);
      } catch (problem) {
        this.fault(member, problem);
      }
    }
  }

  private fault(member: Member, problem: unknown): void {
    if (problem instanceof PeerFault) return this.dismiss(member, problem.reason, problem.detail);
    this.options.onProblem(problem, this.documentId);
    this.dismiss(member, 'later', 'unexpected');
  }

  private dismiss(member: Member, reason: CloseReason, detail: string): void {
    member.dismiss(reason);
    this.options.onClose?.({ documentId: this.documentId, personId: member.peer.identity.id, reason, detail });
    this.remove(member);
  }

  private remove(member: Member): void {
    if (!this.members.delete(member)) return;
    this.presence.leave(member);
    this.options.onLeave?.(member.peer);
    this.restWhenEmpty();
  }

  /** An empty room is freed after a while, never before everything is stored. */
  private restWhenEmpty(): void {
    if (this.members.size > 0 || !this.queue.isIdle || this.cancelIdle) return;
    this.cancelIdle = this.options.clock.after(this.options.limits.idleRoom, () => {
      this.cancelIdle = null;
      if (this.members.size > 0 || !this.queue.isIdle) return;
      this.loaded?.folder.rest();
      this.forget();
    });
  }
}
