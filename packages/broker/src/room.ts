import { AppendQueue, type Entry } from './append-queue.js';
import type { BrokerOptions } from './broker.js';
import { ClientOwners } from './client-owners.js';
import { PeerFault, type CloseReason } from './close-codes.js';
import { DocumentState } from './document-state.js';
import { Intake } from './intake.js';
import { Member } from './member.js';
import type { Peer, Waiting } from './peer.js';
import { Presence } from './presence.js';
import { frames, readMessage, type AwarenessEntry } from './wire.js';

/** A document and the peers who look at it. */
export class Room {
  private readonly members = new Set<Member>();
  private readonly presence: Presence;
  private readonly queue: AppendQueue<Member>;
  private state: DocumentState | null = null;
  private intake: Intake | null = null;
  private isDraining = false;
  private cancelIdle: (() => void) | null = null;
  private compactAt: number;
  /** Who came while the document was loading, also those who left again: what they sent counts. */
  private early: Member[] = [];

  constructor(
    private readonly documentId: string,
    private readonly options: BrokerOptions,
    private readonly forget: () => void,
  ) {
    const { clock, limits, store, onProblem } = options;
    this.presence = new Presence((entries) => this.spreadAwareness(entries), clock, limits);
    this.queue = new AppendQueue<Member>(
      {
        append: async (updates) => store.append(documentId, updates),
        stored: (entries) => this.stored(entries),
        trouble: (state) => this.each((member) => member.send(frames.storage(state))),
        idle: () => this.restWhenEmpty(),
        problem: (problem) => onProblem(problem, documentId),
      },
      clock,
      limits,
    );
    this.compactAt = limits.tail;
  }

  get size(): number {
    return this.members.size;
  }

  join(peer: Peer): Member {
    this.cancelIdle?.();
    this.cancelIdle = null;
    const member = new Member(peer, this.options.clock, this.options.limits);
    this.members.add(member);
    if (this.state) this.greet(member, this.state);
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

  /** Closes every peer of the choice whose right is gone. */
  recheck(isMeant: (peer: Peer) => boolean): void {
    for (const member of this.members) {
      if (isMeant(member.peer) && member.peer.rights() === 'none') this.dismiss(member, 'forbidden', 'right removed');
    }
  }

  /** Takes nothing more, waits for storage, and closes everybody. */
  async drain(patience: Promise<void>): Promise<void> {
    this.isDraining = true;
    await Promise.race([this.queue.settled(), patience]);
    for (const member of this.members) this.dismiss(member, 'restart', 'drained');
  }

  /** Loads the document; whoever joined meanwhile is greeted then. */
  async open(): Promise<void> {
    try {
      const stored = await this.options.store.load(this.documentId);
      if (!stored) return this.abandon('unknown', 'no such document');
      const { store, limits } = this.options;
      const state = new DocumentState(stored);
      const owners = new ClientOwners(this.documentId, store.clientIds, limits);
      this.intake = new Intake({ state, owners, queue: this.queue, limits, compact: () => this.compact() });
      this.state = state;
      this.each((member) => this.greet(member, state));
      for (const member of this.early.splice(0)) this.resume(member);
      this.restWhenEmpty();
    } catch (problem) {
      this.options.onProblem(problem, this.documentId);
      this.abandon('later', 'load failed');
    }
  }

  /** Closes all and lets the next one who comes try again with a new room. */
  private abandon(reason: CloseReason, detail: string): void {
    this.forget();
    for (const member of this.members) this.dismiss(member, reason, detail);
  }

  private greet(member: Member, state: DocumentState): void {
    member.greet(state.stateVector());
    const others = this.presence.all();
    if (others.length > 0) member.send(frames.awareness(others));
    if (this.queue.isFailing) member.send(frames.storage('fails'));
  }

  /** Handles what waits, in order, until something has to be asked of the store. */
  private work(member: Member): void {
    if (!this.state || member.isBusy) return;
    for (let next = member.dequeue(); next; next = member.dequeue()) {
      const asking = this.handle(member, next, this.state);
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

  private handle(member: Member, { frame, isAnswer }: Waiting, state: DocumentState): Promise<void> | void {
    if (member.peer.rights() === 'none') throw new PeerFault('forbidden', 'right removed');
    const message = readMessage(frame);
    switch (message.kind) {
      case 'step1':
        member.countHeavy();
        return member.sendContent(frames.answer(state.since(message.stateVector)));
      case 'step2':
      case 'update':
        return this.intake?.take(member, { update: message.update, isAnswer });
      case 'awareness':
        return this.hear(member, message.entries);
      case 'query':
        return member.send(frames.awareness(this.presence.all()));
    }
  }

  private hear(member: Member, entries: readonly AwarenessEntry[]): void {
    if (!member.isHere) return;
    const corrections = this.presence.receive(member, entries);
    if (corrections.length > 0) member.send(frames.awareness(corrections));
  }

  private stored(entries: readonly Entry<Member>[]): void {
    const durable = new Map<Member, number>();
    for (const { update, author, frames: count } of entries) {
      durable.set(author, (durable.get(author) ?? 0) + count);
      if (!update) continue;
      this.state?.add(update);
      this.spread(frames.update(update), author);
    }
    for (const [member, count] of durable) member.acknowledge(count);
    if ((this.state?.tailLength ?? 0) > this.compactAt) this.compact();
  }

  /** A document that cannot be folded stays as it is, and is tried again after as many updates more. */
  private compact(): void {
    try {
      this.state?.compact();
    } catch (problem) {
      this.options.onProblem(problem, this.documentId);
    }
    this.compactAt = (this.state?.tailLength ?? 0) + this.options.limits.tail;
  }

  private spread(frame: Uint8Array, author: Member): void {
    this.each((member) => {
      if (member === author) return;
      if (member.isLagging()) throw new PeerFault('later', 'reads too slowly');
      member.send(frame);
    });
  }

  private spreadAwareness(entries: readonly AwarenessEntry[]): void {
    const frame = frames.awareness(entries);
    this.each((member) => {
      if (!member.isSlow()) member.send(frame);
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
      if (this.members.size === 0 && this.queue.isIdle) this.forget();
    });
  }
}
