import { closeCodes, PeerFault, type CloseReason } from './close-codes.js';
import type { Clock } from './clock.js';
import type { Limits } from './limits.js';
import type { Peer, Waiting } from './peer.js';
import { TokenBucket } from './token-bucket.js';
import { frames, isStep2 } from './wire.js';

/** Where a slow peer stands: what it was given, and when it was last seen to read. */
type Lag = { vector: Uint8Array; unsent: number; readAt: number };

/** A peer in a room, with what the room has to remember about it. */
export class Member {
  /** The awareness client id it holds. */
  awarenessId: number | null = null;
  /** It was asked once for what its update builds on. */
  wasAsked = false;
  /** Update frames held back until its next answer, and their bytes. */
  heldFrames = 0;
  heldBytes = 0;
  /** Greetings whose answer has not been handled. */
  unanswered = 0;
  isBusy = false;
  /** It was given the early words from this number on. */
  earlyFrom = 0;
  /** It wrote something that has not been folded. */
  hasWritten = false;

  private waiters: (() => void)[] = [];
  private inbox: Waiting[] = [];
  private inboxBytes = 0;
  private status: 'here' | 'left' | 'dismissed' = 'here';
  private expectedAnswers = 0;
  private durableFrames = 0;
  private unsentAllowance: number;
  private lag: Lag | null = null;
  private readonly frameBucket: TokenBucket;
  private readonly byteBucket: TokenBucket;
  private readonly heavyBucket: TokenBucket;

  constructor(
    readonly peer: Peer,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {
    const bucket = (rate: number) => new TokenBucket(clock, rate, rate * limits.burst);
    this.frameBucket = bucket(limits.framesPerSecond);
    this.byteBucket = bucket(limits.bytesPerSecond);
    this.heavyBucket = bucket(limits.heavyPerSecond);
    this.unsentAllowance = limits.unsent;
  }

  get isHere(): boolean {
    return this.status === 'here';
  }

  /** It reads so slowly that it is given nothing more until it has caught up. */
  get isBehind(): boolean {
    return this.lag !== null;
  }

  /** Takes a frame in if its size and pace are within the limits. */
  enqueue(frame: Uint8Array): void {
    const isAnswer = this.expectedAnswers > 0 && isStep2(frame);
    if (isAnswer) this.expectedAnswers -= 1;
    const most = isAnswer ? this.limits.firstSync : this.limits.frame;
    if (frame.length > most) throw new PeerFault('tooLarge', 'frame');
    if (!this.frameBucket.take(1)) throw new PeerFault('tooFast', 'frames');
    if (!isAnswer && !this.byteBucket.take(frame.length)) throw new PeerFault('tooFast', 'bytes');
    if (this.inboxBytes + frame.length > this.limits.firstSync + this.limits.frame) {
      throw new PeerFault('tooFast', 'too much waiting');
    }
    this.inbox.push({ frame, isAnswer });
    this.inboxBytes += frame.length;
  }

  /** The next frame to handle; after a dismissal there is none, after a plain leaving there may be. */
  dequeue(): Waiting | undefined {
    const next = this.inbox.shift();
    if (next) this.inboxBytes -= next.frame.length;
    return next;
  }

  /** Resolves when its rights have been decided again. */
  decision(): Promise<void> {
    return new Promise((decided) => this.waiters.push(decided));
  }

  /** Its rights have been decided. */
  decide(): void {
    for (const decided of this.waiters.splice(0)) decided();
  }

  /** Counts a message that makes the broker read the whole document. */
  countHeavy(): void {
    if (!this.heavyBucket.take(1)) throw new PeerFault('tooFast', 'whole reads');
  }

  greet(stateVector: Uint8Array, before: readonly Uint8Array[] = [], after: readonly Uint8Array[] = []): void {
    this.unanswered += 1;
    this.expectedAnswers += 1;
    this.sendAll([...before, frames.greeting(stateVector), ...after]);
  }

  send(...messages: readonly Uint8Array[]): void {
    this.sendAll(messages);
  }

  /** Sends a list that others may be given too. */
  sendAll(messages: readonly Uint8Array[]): void {
    if (this.isHere && messages.length > 0) this.peer.send(messages);
  }

  /** Sends content that may be larger than a peer is otherwise allowed to leave unread. */
  sendContent(messages: readonly Uint8Array[]): void {
    this.refuseBacklog();
    const size = messages.reduce((sum, { length }) => sum + length, 0);
    this.unsentAllowance = Math.max(this.unsentAllowance, size + this.limits.unsent);
    this.sendAll(messages);
  }

  /** Closes a peer that leaves more unread than anybody may. */
  refuseBacklog(): void {
    const unsent = this.peer.unsent();
    if (unsent <= this.limits.unsent) this.unsentAllowance = this.limits.unsent;
    if (unsent > this.unsentAllowance) throw new PeerFault('later', 'reads too slowly');
  }

  /** Whether the peer leaves enough unread to be spared what can be missed. */
  isSlow(): boolean {
    return this.peer.unsent() > this.limits.behind;
  }

  /** From here on it is given nothing; `vector` is what it has been given. */
  fallBehind(vector: Uint8Array): void {
    this.lag = { vector, unsent: this.peer.unsent(), readAt: this.clock.now() };
  }

  /** The state vector from which it can be brought up to date, once it has read enough; undefined while it has not. */
  caughtUpFrom(): Uint8Array | undefined {
    if (!this.lag) return undefined;
    const unsent = this.peer.unsent();
    if (unsent <= this.limits.behind / 2) {
      const { vector } = this.lag;
      this.lag = null;
      return vector;
    }
    const now = this.clock.now();
    if (unsent < this.lag.unsent) this.lag = { ...this.lag, unsent, readAt: now };
    if (now - this.lag.readAt > this.limits.stalled) throw new PeerFault('later', 'stopped reading');
    return undefined;
  }

  /** Counts frames as durable; answers what the peer is to be told, if it is news. */
  acknowledge(count: number): Uint8Array | null {
    this.durableFrames += count;
    return count > 0 ? frames.saved(this.durableFrames) : null;
  }

  /** The peer went by itself: what it sent before is still handled. */
  leave(): void {
    if (this.isHere) this.status = 'left';
  }

  /** Ends the connection: nothing more is taken from it or sent to it. */
  dismiss(reason: CloseReason): void {
    const wasHere = this.isHere;
    this.status = 'dismissed';
    this.inbox = [];
    if (wasHere) this.peer.close(closeCodes[reason].code, closeCodes[reason].say);
  }
}
