import type { AppendQueue } from './append-queue.js';
import { ClientOwners } from './client-owners.js';
import { PeerFault } from './close-codes.js';
import type { DocumentState } from './document-state.js';
import { isEmptyUpdate, merge } from './fold.js';
import type { Limits } from './limits.js';
import type { Member } from './member.js';
import { agreesWith } from './struct-comparison.js';
import { readUpdate, type UpdateFacts } from './update-reader.js';

/** An update of a peer, and whether it answers a greeting. */
interface Offer {
  update: Uint8Array;
  isAnswer: boolean;
}

/** What an intake works with; `compact` makes the stored bytes fewer if it can. */
interface IntakeParts {
  state: DocumentState;
  owners: ClientOwners;
  queue: AppendQueue<Member>;
  limits: Limits;
  compact(): void;
}

/** Decides about every update of a peer before it is stored or seen by anybody. */
export class Intake {
  private readonly state: DocumentState;
  private readonly queue: AppendQueue<Member>;
  private readonly limits: Limits;

  constructor(private readonly parts: IntakeParts) {
    this.state = parts.state;
    this.queue = parts.queue;
    this.limits = parts.limits;
  }

  /** Checks and queues an update. Answers a promise only when the store has to be asked who owns a client id. */
  take(member: Member, offer: Offer): Promise<void> | void {
    const { update, isAnswer } = offer;
    if (!isAnswer && update.length > this.limits.update) throw new PeerFault('tooLarge', 'update');
    if (isEmptyUpdate(update)) return this.settle(member, null, isAnswer);
    const facts = readUpdate(update, this.limits);
    if (!this.state.hasNews(facts)) {
      this.refuseOther(member, facts);
      return this.settle(member, null, isAnswer);
    }
    if (member.peer.rights() !== 'write') throw new PeerFault('forbidden', 'write without the right');
    if (this.queue.isFailing) throw new PeerFault('later', 'storing fails');
    const asking = this.parts.owners.claim(facts, this.state, member.peer.identity.id);
    return asking ? asking.then(() => this.enter(member, offer, facts)) : this.enter(member, offer, facts);
  }

  /** Runs without a pause, so that what was checked is what is accepted. */
  private enter(member: Member, { update, isAnswer }: Offer, read: UpdateFacts): void {
    if (member.peer.rights() !== 'write') throw new PeerFault('forbidden', 'write without the right');
    this.refuseOther(member, read);
    const overlaps = this.state.overlaps(read);
    const fresh = overlaps ? this.state.withoutKnown(update, read) : update;
    const facts = overlaps ? readUpdate(fresh, this.limits) : read;
    if (!this.state.canFollow(facts)) return this.hold(member, update, isAnswer);
    this.refuseGrowth(fresh);
    this.state.accept(facts);
    this.settle(member, fresh, isAnswer);
  }

  /** The same place may not have two texts: whoever brings a second one shares a client id with the first. */
  private refuseOther(member: Member, facts: UpdateFacts): void {
    if (!this.state.overlaps(facts)) return;
    member.countHeavy();
    if (!agreesWith(facts.structs, merge([this.state.stored(), ...this.queue.unsaved]))) {
      throw new PeerFault('clash', 'another text for the same place');
    }
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
    member.greet(this.state.stateVector());
  }

  private refuseGrowth(update: Uint8Array): void {
    if (this.queue.unsavedBytes + update.length > this.limits.unsaved) throw new PeerFault('later', 'too much unsaved');
    const size = () => this.state.bytes + this.queue.unsavedBytes + update.length;
    if (size() <= this.limits.state) return;
    this.parts.compact();
    if (size() > this.limits.state) throw new PeerFault('tooLarge', 'document');
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
