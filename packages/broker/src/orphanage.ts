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
  /** When words were brought first that could not be taken in, by the place where they begin. */
  private readonly since = new Map<string, number>();
  private isRetrying = false;

  constructor(private readonly parts: OrphanageParts) {}

  /** Resolves when all of it was admitted, part by part; rejects when what it builds on does not come. */
  take(facts: Parts, host: Host): Promise<void> {
    return new Promise((resolve, reject) => {
      let cancel = (): void => undefined;
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
      if (!this.orphans.has(orphan)) return;
      const left = Math.max(0, this.parts.patience - this.waited(orphan.rest));
      cancel = this.parts.clock.after(left, () => orphan.done(new PeerFault('clash', 'what it builds on never came')));
    });
  }

  /** Something new is known: takes in what builds on it, and what builds on that. */
  retry(): void {
    if (this.isRetrying) return;
    this.isRetrying = true;
    while ([...this.orphans].some((orphan) => this.advance(orphan)));
    this.isRetrying = false;
  }

  /** For how long these words have waited, in milliseconds, also before they were brought anew over another socket. */
  private waited({ structs }: Parts): number {
    const now = this.parts.clock.now();
    for (const [place, at] of this.since) if (now - at > 10 * this.parts.patience) this.since.delete(place);
    let first = now;
    for (const [client, [begin]] of structs) {
      const place = `${client}/${begin?.id.clock}`;
      const at = this.since.get(place) ?? now;
      this.since.set(place, at);
      first = Math.min(first, at);
    }
    return now - first;
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
