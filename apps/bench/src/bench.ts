import type { Contender, Running } from './servers/contender.ts';
import type { Database } from './servers/database.ts';

/** Who takes part. */
export interface Contenders {
  ours: Contender;
  embedded: Contender;
  hocuspocus: Contender;
  yWebsocket: Contender;
  yCrossws: Contender;
  relay: Contender;
}

/** One run: who takes part, how thorough it is, and the servers that stay up between cells. */
export class Bench {
  readonly contenders: Contenders;
  readonly database: Database;
  readonly isQuick: boolean;
  private readonly up = new Map<Contender, Running>();

  constructor(contenders: Contenders, database: Database, isQuick: boolean) {
    this.contenders = contenders;
    this.database = database;
    this.isQuick = isQuick;
  }

  /** The contender's server, started when it is not up. */
  async running(contender: Contender): Promise<Running> {
    const known = this.up.get(contender);
    if (known?.process.isAlive) return known;
    const running = await contender.start(known && { again: known });
    this.up.set(contender, running);
    return running;
  }

  say(line: string): void {
    console.log(line);
  }

  /** Ends every server that is up, so that the next experiment has the machine for itself. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.up.values()].map(({ process }) => process.stop()));
    this.up.clear();
  }
}

/** The same things in another order each round, so that nobody always goes first. */
export function rotated<Thing>(things: readonly Thing[], round: number): Thing[] {
  const from = round % things.length;
  return [...things.slice(from), ...things.slice(0, from)];
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, milliseconds));
}
