import type { AppendQueue } from './append-queue.js';
import { ClientOwners } from './client-owners.js';
import type { Clock } from './clock.js';
import { PeerFault } from './close-codes.js';
import type { DocumentState } from './document-state.js';
import type { EarlyWords } from './early-words.js';
import { isEmptyUpdate } from './fold.js';
import type { Limits } from './limits.js';
import type { Member } from './member.js';
import { Orphanage } from './orphanage.js';
import { agreesWith } from './struct-comparison.js';
import { readStored, readUpdate, withoutClients, type UpdateFacts } from './update-reader.js';
import { writeUpdate } from './update-writer.js';

/** An update of a peer. */
export interface Offer {
  update: Uint8Array;
  /** It answers a greeting. */
  isAnswer: boolean;
  /** It says what the peer has (step 2), whoever wrote it, and not what the peer writes. */
  isPossession: boolean;
}

/** What an intake works with; `accepted` is told of every update that is new, in order. */
interface IntakeParts {
  state: DocumentState;
  owners: ClientOwners;
  early: EarlyWords;
  queue: AppendQueue<Member>;
  clock: Clock;
  limits: Limits;
  accepted(update: Uint8Array, author: Member): void;
}

/** Decides about every update of a peer before it is stored or seen by anybody. */
export class Intake {
  private readonly state: DocumentState;
  private readonly queue: AppendQueue<Member>;
  private readonly limits: Limits;
  private readonly orphanage: Orphanage;

  constructor(private readonly parts: IntakeParts) {
    this.state = parts.state;
    this.queue = parts.queue;
    this.limits = parts.limits;
    const { clock, limits, state } = parts;
    this.orphanage = new Orphanage({ clock, patience: limits.orphan, clockOf: (client) => state.clockOf(client) });
  }

  /** Checks and accepts an update. Answers a promise only when something has to be asked or waited for. */
  take(member: Member, offer: Offer): Promise<void> | void {
    const { update, isAnswer } = offer;
    if (!isAnswer && update.length > this.limits.update) throw new PeerFault('tooLarge', 'update');
    if (isEmptyUpdate(update)) return this.settle(member, null, isAnswer);
    const facts = readUpdate(update, this.limits);
    if (!this.state.hasNews(facts)) return this.repeat(member, facts, isAnswer);
    const mayWrite = member.peer.rights() === 'write';
    if (!mayWrite && !isAnswer) throw new PeerFault('forbidden', 'write without the right');
    const ids = this.writingIds(facts);
    const asking = this.parts.owners.find(ids, this.state, { personId: member.peer.identity.id, mayWrite });
    const sort = () => this.sort(member, offer, facts, ids);
    return asking ? this.onceDecided(asking, member, sort) : sort();
  }

  /** Takes an edit of the product itself. */
  acceptOwn(update: Uint8Array): void {
    this.state.accept(update, readStored(update));
    this.queue.push({ update, actor: null, author: null, frames: 0 });
  }

  /** Somebody else's words may be what waiting text builds on. */
  retry(): void {
    this.orphanage.retry();
    this.parts.early.wake();
  }

  /** Rights may have come into doubt while something was waited for; then the message waits for them, too. */
  private async onceDecided(asking: Promise<void>, member: Member, go: () => Promise<void> | void): Promise<void> {
    await asking;
    while (member.peer.rights() === 'unknown') await member.decision();
    await go();
  }

  /** The words of others are theirs to bring: an update with them is refused, in an answer they are left aside. */
  private sort(member: Member, offer: Offer, facts: UpdateFacts, ids: readonly number[]): Promise<void> | void {
    const others = this.parts.owners.others(ids, member.peer.identity.id);
    if (others.length === 0) return this.enter(member, offer, facts);
    const isOwn = member.awarenessId !== null && others.includes(member.awarenessId);
    if (!offer.isPossession || isOwn || member.peer.bringsOwnOnly) throw new PeerFault('clash', 'foreign client id');
    const update = withoutClients(offer.update, others);
    const own = readUpdate(update, this.limits);
    if (!this.state.hasNews(own)) return this.repeat(member, own, offer.isAnswer);
    if (this.state.canFollow(own)) return this.enter(member, { ...offer, update }, own);
    this.refuseOther(member, own);
    return this.shelter(member, own, offer.isAnswer);
  }

  /** An answer whose words build on others that have not come counts when all of it is in. */
  private async shelter(member: Member, facts: UpdateFacts, isAnswer: boolean): Promise<void> {
    await this.orphanage.take(facts, {
      isReady: () => member.peer.rights() !== 'unknown',
      admit: (part) => this.admit(member, part),
    });
    this.settle(member, null, isAnswer);
  }

  /** Takes in a part of an answer; the answer itself counts when all of it is in. */
  private admit(member: Member, part: Pick<UpdateFacts, 'structs' | 'deletions'>): void {
    this.refuseWriting(member);
    const update = this.state.withoutKnown(writeUpdate(part), part);
    const facts = readUpdate(update, this.limits);
    if (!this.state.hasNews(facts)) return;
    this.accept(member, update, facts);
    this.queue.push({ update, actor: member.peer.identity.id, author: member, frames: 0 });
  }

  /** Runs without a pause, so that what was checked is what is accepted; or waits, and begins anew. */
  private enter(member: Member, offer: Offer, read: UpdateFacts): Promise<void> | void {
    const { update, isAnswer } = offer;
    this.refuseWriting(member);
    this.refuseOther(member, read);
    const overlaps = this.state.overlaps(read);
    const fresh = overlaps ? this.state.withoutKnown(update, read) : update;
    const facts = overlaps ? readUpdate(fresh, this.limits) : read;
    if (!this.state.canFollow(facts)) {
      const words = this.parts.early.expected(facts);
      if (words) return this.onceDecided(words, member, () => this.take(member, offer));
      return member.peer.bringsOwnOnly ? this.shelter(member, facts, isAnswer) : this.hold(member, update, isAnswer);
    }
    this.accept(member, fresh, facts);
    this.settle(member, fresh, isAnswer);
    this.retry();
  }

  private accept(member: Member, update: Uint8Array, facts: UpdateFacts): void {
    this.refuseGrowth(update, facts);
    this.state.accept(update, facts);
    this.parts.accepted(update, member);
  }

  private refuseWriting({ peer }: Member): void {
    if (peer.rights() !== 'write') throw new PeerFault('forbidden', 'write without the right');
    if (this.queue.isFailing) throw new PeerFault('later', 'storing fails');
  }

  /** Says nothing new, or only what is known already. */
  private repeat(member: Member, facts: UpdateFacts, isAnswer: boolean): void {
    this.refuseOther(member, facts);
    this.settle(member, null, isAnswer);
  }

  /** The same place may not have two texts: whoever brings a second one shares a client id with the first. */
  private refuseOther(member: Member, facts: UpdateFacts): void {
    if (!this.state.overlaps(facts)) return;
    member.countHeavy();
    if (!agreesWith(facts.structs, this.state.whole())) throw new PeerFault('clash', 'another text for the same place');
  }

  /** The client ids under which an update brings new text. */
  private writingIds({ structs }: UpdateFacts): number[] {
    const ids: number[] = [];
    for (const [client, list] of structs) {
      const known = this.state.clockOf(client);
      const last = list.at(-1);
      const end = last ? last.id.clock + last.length : 0;
      if (end > known) ids.push(client);
      if (end - known > this.limits.advance) throw new PeerFault('malformed', 'clock leaps');
    }
    return ids;
  }

  /** Keeps an update's place when what it builds on has not come, and asks for that once. */
  private hold(member: Member, update: Uint8Array, isAnswer: boolean): void {
    if (isAnswer) throw new PeerFault('malformed', 'answer is not whole');
    member.heldFrames += 1;
    member.heldBytes += update.length;
    if (member.heldBytes > this.limits.missing) throw new PeerFault('malformed', 'too much is missing');
    if (member.unanswered > 0) return;
    if (member.wasAsked) throw new PeerFault('malformed', 'predecessors missing again');
    member.wasAsked = true;
    member.greet(this.state.vector());
  }

  private refuseGrowth(update: Uint8Array, facts: UpdateFacts): void {
    if (this.queue.unsavedBytes + update.length > this.limits.unsaved) throw new PeerFault('later', 'too much unsaved');
    if (this.state.bytes + update.length > this.limits.state) throw new PeerFault('tooLarge', 'document');
    if (this.state.rootTypesWith(facts) > this.limits.rootTypes) throw new PeerFault('tooLarge', 'root types');
  }

  /** Puts the frame into the order of the log; an answer brings along the frames that waited for it. */
  private settle(member: Member, update: Uint8Array | null, isAnswer: boolean): void {
    let frames = 1;
    if (isAnswer) {
      member.unanswered -= 1;
      frames += member.heldFrames;
      member.heldFrames = 0;
      member.heldBytes = 0;
    } else if (member.heldFrames > 0) {
      member.heldFrames += 1;
      frames = 0;
    }
    this.queue.push({ update, actor: member.peer.identity.id, author: member, frames });
  }
}
