import { AppendQueue, type Entry } from './append-queue.js';
import { Audience } from './audience.js';
import type { BrokerOptions, RoomHost } from './broker.js';
import { PeerFault, type CloseReason } from './close-codes.js';
import { Member } from './member.js';
import { OpenDocument } from './open-document.js';
import { Outbox } from './outbox.js';
import type { Peer, Waiting } from './peer.js';
import { Presence } from './presence.js';
import type { StoredDocument, StoredNews } from './room-store.js';
import { frames, readMessage, type AwarenessEntry } from './wire.js';

/** A document and the peers who look at it. */
export class Room {
  private readonly members: Audience;
  private readonly presence: Presence;
  private readonly queue: AppendQueue<Member>;
  private readonly outbox: Outbox;
  private loaded: OpenDocument | null = null;
  private isDraining = false;
  /** Who came while the document was loading, also those who left again: what they sent counts. */
  private early: Member[] = [];

  constructor(
    private readonly documentId: string,
    private readonly options: BrokerOptions,
    private readonly host: RoomHost,
  ) {
    const { clock, limits, store, onProblem, onAwareness } = options;
    this.outbox = new Outbox(clock, (turn) => {
      if (turn.began !== null) options.observe?.shown(clock.now() - turn.began);
      this.members.give(turn);
      if (turn.written.length > 0) options.onAccepted?.(documentId, turn.written);
    });
    this.members = new Audience({
      clock,
      vector: () => this.loaded?.state.vector() ?? null,
      flush: () => this.outbox.flush(),
      bringMissed: (member, vector) => this.loaded?.bringMissed(member, vector),
      fault: (member, problem) => this.fault(member, problem),
    });
    this.presence = new Presence(
      {
        show: (entries) => this.members.show([frames.awareness(entries)]),
        tell: (entries) => onAwareness?.(documentId, entries),
      },
      clock,
      limits,
    );
    this.queue = new AppendQueue<Member>(
      {
        append: async (updates) => store.append(documentId, updates),
        stored: (entries, sequence) => this.stored(entries, sequence),
        trouble: (state) => this.members.each((member) => member.send(frames.storage(state))),
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
    this.host.wakes();
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
      else if (member.isBusy) member.decide();
      else this.resume(member);
    }
    this.loaded?.retry();
  }

  /** What another process accepted. */
  hearEarly(updates: readonly Uint8Array[]): void {
    this.loaded?.hearEarly(updates);
  }

  /** What another process stored. */
  hear(news: StoredNews): void {
    this.loaded?.hear(news);
  }

  /** How far the log goes, according to the store. */
  compareHead(sequence: number): void {
    this.loaded?.compareHead(sequence);
  }

  hearAwareness(from: string, entries: readonly AwarenessEntry[]): void {
    this.presence.hear(from, entries);
  }

  /** What the peers of this process show of themselves. */
  get awareness(): AwarenessEntry[] {
    return this.presence.own();
  }

  /** Forgets the document, unless somebody is here or something is not stored. */
  free(): void {
    if (this.members.size > 0 || !this.queue.isIdle) return;
    this.loaded?.rest();
    this.host.forget();
  }

  /** Takes nothing more, waits for storage, and closes everybody. */
  async drain(patience: Promise<void>): Promise<void> {
    this.isDraining = true;
    await Promise.race([this.queue.settled(), patience]);
    this.outbox.flush();
    this.loaded?.stop();
    for (const member of this.members) this.dismiss(member, 'restart', 'drained');
  }

  /** Loads the document; whoever joined meanwhile is greeted then. */
  async open(): Promise<void> {
    try {
      const stored = await this.options.store.load(this.documentId);
      if (!stored) return this.abandon('unknown', 'no such document');
      const loaded = this.load(stored);
      this.loaded = loaded;
      this.members.each((member) => this.greet(member, loaded));
      for (const member of this.early.splice(0)) this.resume(member);
      this.options.onOpen?.(this.documentId);
      this.restWhenEmpty();
    } catch (problem) {
      this.options.onProblem(problem, this.documentId);
      this.abandon('later', 'load failed');
    }
  }

  private load(stored: StoredDocument): OpenDocument {
    const { documentId, options, queue, outbox } = this;
    return new OpenDocument({
      ...{ documentId, stored, options, queue, outbox },
      writers: () => this.members.takeWriters(),
      shownBy: (clientId) => this.presence.holderOf(clientId),
    });
  }

  /** Closes all and lets the next one who comes try again with a new room. */
  private abandon(reason: CloseReason, detail: string): void {
    this.host.forget();
    for (const member of this.members) this.dismiss(member, reason, detail);
  }

  private greet(member: Member, document: OpenDocument): void {
    const others = this.presence.all();
    document.greet(member, [
      ...(others.length > 0 ? [frames.awareness(others)] : []),
      ...(this.queue.isFailing ? [frames.storage('fails')] : []),
    ]);
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

  private handle(member: Member, { frame, isAnswer }: Waiting, document: OpenDocument): Promise<void> | void {
    if (member.peer.rights() === 'none') throw new PeerFault('forbidden', 'right removed');
    const message = readMessage(frame);
    switch (message.kind) {
      case 'step1':
        return document.bring(member, message.stateVector);
      case 'step2':
      case 'update':
        return document.take(member, { update: message.update, isAnswer, isPossession: message.kind === 'step2' });
      case 'awareness':
        return this.hearOf(member, message.entries);
      case 'query':
        return member.send(frames.awareness(this.presence.all()));
    }
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
    if (sequence !== null) this.loaded?.stored(updates, sequence);
    this.sayWhatIsDurable(durable);
  }

  /** In a busy room the word goes along with what is shown next, because each write costs more than what it carries. */
  private sayWhatIsDurable(durable: ReadonlyMap<Member, number>): void {
    const { savedWithin } = this.options.limits;
    for (const [member, count] of durable) {
      const word = member.acknowledge(count);
      if (word) this.outbox.say(member, word);
    }
    if (savedWithin > 0 && (durable.size > 1 || this.queue.isBusy)) this.outbox.flushWithin(savedWithin);
    else this.outbox.flush();
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
    if (this.members.size === 0 && this.queue.isIdle) this.host.rests();
  }
}
