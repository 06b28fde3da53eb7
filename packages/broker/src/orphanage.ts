import type { Clock } from './clock.js';
import { PeerFault } from './close-codes.js';
import { splitAtReach } from './struct-order.js';
import type { UpdateFacts } from './update-reader.js';

type Parts = Pick<UpdateFacts, 'structs' | 'deletions'>;

/** Whoever brings orphans. */
interface Host {
  /** Whether it can be judged now what is let in. */
  isReady(): boolean;
  /** Takes in what can be applied now. */
  admit(part: Parts): void;
}

interface Orphan {
  rest: Parts;
  host: Host;
  done(problem?: unknown): void;
}

interface OrphanageParts {
  clock: Clock;
  /** How long words may wait, in milliseconds. */
  patience: number;
  clockOf(client: number): number;
}

/**
 * Where words wait that build on others which have not come. What can be taken in is taken in at once, because two may
 * wait for each other's first words.
 */
export class Orphanage {
  private readonly orphans = new Set<Orphan>();
  private isRetrying = false;

  constructor(private readonly parts: OrphanageParts) {}

  /** Resolves when all of it was admitted, part by part; rejects when what it builds on does not come. */
  take(facts: Parts, host: Host): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.parts.clock.after(this.parts.patience, () =>
        orphan.done(new PeerFault('clash', 'what it builds on never came')),
      );
      const orphan: Orphan = {
        rest: facts,
        host,
        done: (problem) => {
          cancel();
          this.orphans.delete(orphan);
          if (problem === undefined) resolve();
          else reject(problem as Error);
        },
      };
      this.orphans.add(orphan);
      this.retry();
    });
  }

  /** Something new is known: takes in what builds on it, and what builds on that. */
  retry(): void {
    if (this.isRetrying) return;
    this.isRetrying = true;
    while ([...this.orphans].some((orphan) => this.advance(orphan)));
    this.isRetrying = false;
  }

  /** Whether some of it could be taken in. */
  private advance(orphan: Orphan): boolean {
    if (!orphan.host.isReady()) return false;
    const { now, later } = splitAtReach(orphan.rest, (client) => this.parts.clockOf(client));
    if (isEmpty(now)) return false;
    try {
      orphan.rest = later;
      orphan.host.admit(now);
      if (isEmpty(later)) orphan.done();
    } catch (problem) {
      orphan.done(problem);
    }
    return true;
  }
}

function isEmpty({ structs, deletions }: Parts): boolean {
  return structs.size === 0 && deletions.length === 0;
}
