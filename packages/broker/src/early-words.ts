import type { Clock } from './clock.js';
import { canApply } from './struct-order.js';
import { readStored, type UpdateFacts } from './update-reader.js';

/** So many bytes are remembered; what is forgotten is shown twice, which no client notices. */
const mostBytes = 4 * 1024 * 1024;
/** What remembering an update costs beside its bytes, which are kept twice. */
const overhead = 200;

interface Shown {
  /** How many were shown before it, ever. */
  number: number;
  update: Uint8Array;
  at: number;
}

interface EarlyParts {
  clock: Clock;
  /** How long they may take to stand in the log, in milliseconds. */
  patience: number;
  clockOf(client: number): number;
}

/** Words of other processes' peers that were shown here before they were heard of from the log, and are not known else. */
export class EarlyWords {
  /** By their bytes, the oldest first. */
  private readonly shown = new Map<string, Shown>();
  private readonly waiting = new Set<() => void>();
  private total = 0;
  private bytes = 0;

  constructor(private readonly parts: EarlyParts) {}

  /** How many were shown, ever: whoever comes now was given none of them. */
  get count(): number {
    return this.total;
  }

  show(update: Uint8Array): void {
    const { clock } = this.parts;
    this.forget();
    const key = keyOf(update);
    this.drop(key);
    this.shown.set(key, { number: this.total, update, at: clock.now() });
    this.total += 1;
    this.bytes += sizeOf(update);
  }

  /** The log holds it: answers its number if it was shown before. */
  settle(update: Uint8Array): number | null {
    if (this.shown.size === 0) return null;
    return this.drop(keyOf(update))?.number ?? null;
  }

  /** Those who wait for words look again. */
  wake(): void {
    for (const look of [...this.waiting]) look();
  }

  /** Resolves when it is worth looking again, if an update builds on early words and on nothing else that is missing. */
  expected(facts: UpdateFacts): Promise<void> | null {
    this.forget();
    if (this.shown.size === 0 || facts.hasGap) return null;
    const reach = this.reach();
    if (!canApply(facts, (client) => Math.max(this.parts.clockOf(client), reach.get(client) ?? 0))) return null;
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        this.waiting.delete(done);
        resolve();
      };
      const cancel = this.parts.clock.after(this.parts.patience, done);
      this.waiting.add(done);
    });
  }

  /** How far the text of each client id goes in them. */
  private reach(): ReadonlyMap<number, number> {
    const reach = new Map<number, number>();
    for (const { update } of this.shown.values())
      for (const [client, list] of readStored(update).structs) {
        const last = list.at(-1);
        if (last) reach.set(client, Math.max(reach.get(client) ?? 0, last.id.clock + last.length));
      }
    return reach;
  }

  /** What no log took in time was lost with its process. */
  private forget(): void {
    const oldest = this.parts.clock.now() - this.parts.patience;
    for (const [key, { at }] of this.shown) {
      if (at > oldest && this.bytes < mostBytes) return;
      this.drop(key);
    }
  }

  private drop(key: string): Shown | undefined {
    const found = this.shown.get(key);
    if (!found) return undefined;
    this.shown.delete(key);
    this.bytes -= sizeOf(found.update);
    return found;
  }
}

function sizeOf({ length }: Uint8Array): number {
  return 2 * length + overhead;
}

function keyOf(update: Uint8Array): string {
  return Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1');
}
