import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentId, GoalId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Dice } from '../../../packages/broker/src/hostile-frames.js';
import type { RunningServer } from '../browser/server.js';
import type { Table } from '../browser/table.js';
import { judge } from './judge.js';
import { ProductWriter } from './product-writer.js';
import { StockWriter } from './stock-writer.js';
import { isSaved, type Line, type Moments, type Token, type Writer } from './writer.js';

const writersAtOnce = 6;
const wordEvery = 10;
const mostPatience = 60_000;
/** Readers of every process have to hold the same this soon, in milliseconds. */
const agreesWithin = 5_000;

/** The processes of one product, and two people of different firms who write there. */
export type World = { places: readonly RunningServer[]; table: Table; people: readonly Omit<Line, 'url'>[] };

export async function openWorld(places: readonly RunningServer[], table: Table): Promise<World> {
  const people = [table.hadi, table.siti].map(async ({ caller }) => {
    const { person } = await caller.call('readMe', {});
    return { cookie: caller.cookie, personId: person.id };
  });
  return { places, table, people: await Promise.all(people) };
}

/** What is killed, and what that may cost. */
export type Ordeal = {
  kills: number;
  roll: Dice;
  /** Kills, and answers when what was killed runs again. */
  kill(): Promise<void>;
  /**
   * The processes live on, so every screen has to show the same this soon after each kill, in milliseconds. Where one
   * dies, screens may go on showing words of a device that died with it, until they are opened anew.
   */
  agreesWithin?: number;
};

export type Outcome = { words: number; acknowledged: number; lost: string[]; doubled: string[]; wholeAfter: number[] };

const inTime = () => ({ signal: AbortSignal.timeout(mostPatience) });

/** Strikes in turn at random, at the moments that matter most, and before everybody is back from the last time. */
const moments: readonly ((roll: Dice, signs: Moments) => Promise<unknown>)[] = [
  (roll) => pause(50 + roll(250)),
  (roll, signs) => pause(roll(60)).then(() => once(signs, 'sent', inTime())),
  (roll, signs) => pause(roll(60)).then(() => once(signs, 'saved', inTime())),
  (roll) => pause(roll(150)),
];
const beforeAllAreBack = moments.length - 1;

/** Writes a new text without a break while kill after kill strikes; answers what was written and what became of it. */
export async function endure(world: World, { kills, roll, kill, agreesWithin: within }: Ordeal): Promise<Outcome> {
  const crowd = new Crowd(world, await beginText(world), roll);
  const wholeAfter: number[] = [];
  const rest = async (struck: number) => {
    await crowd.rest(within);
    if (struck > 0) wholeAfter.push(performance.now() - struck);
  };
  let struck = 0;
  try {
    for (let time = 0; time < kills; time += 1) {
      const moment = time % moments.length;
      if (moment !== beforeAllAreBack) await rest(struck);
      crowd.type();
      await moments[moment]?.(roll, crowd.signs);
      await kill();
      struck = performance.now();
      crowd.strike(roll(writersAtOnce));
    }
    await rest(struck);
    const { tokens, shown } = await crowd.readAnew();
    const [first = []] = shown;
    const acknowledged = tokens.filter(({ isAcknowledged }) => isAcknowledged).length;
    return { words: tokens.length, acknowledged, ...judge(tokens, first), wholeAfter };
  } finally {
    crowd.leave();
  }
}

/** Several people who write into one text, at every process. */
class Crowd {
  readonly signs: Moments = new EventEmitter();
  /** Texts may share a table; their words must not be each other's. */
  private readonly run = newId().slice(-6);
  private readonly writers: Writer[];
  private readonly gone: Token[] = [];
  private entered = 0;
  private typing: NodeJS.Timeout | undefined;

  constructor(
    private readonly world: World,
    private readonly documentId: DocumentId,
    roll: Dice,
  ) {
    this.signs.setMaxListeners(0);
    this.entered = roll(2);
    this.writers = Array.from({ length: writersAtOnce }, () => this.enter());
  }

  type(): void {
    this.typing ??= setInterval(() => this.writers.forEach((writer) => writer.isSynced && writer.write()), wordEvery);
  }

  /** Writes nothing more until everybody is back, everything is saved, and, if that is asked, everybody shows the same. */
  async rest(within?: number): Promise<void> {
    clearInterval(this.typing);
    this.typing = undefined;
    await until('everybody is back and all is saved', within ?? mostPatience, () => {
      // Everybody is looked after: words of one may wait for those of another.
      const areWell = this.writers.map((writer, index) => this.isWell(writer, index) && isSaved(writer));
      const areBack = areWell.every(Boolean);
      return areBack && (within === undefined || agree(this.writers));
    }).catch((problem: Error) => {
      const missing = this.writers.filter((writer) => !writer.isSynced || !isSaved(writer));
      throw new Error([problem.message, ...missing].join('\n'), { cause: problem });
    });
  }

  /** Somebody opens the page anew; whose device keeps nothing loses it, and what was not saved with it. */
  strike(index: number): void {
    if (!this.writers[index]?.reload()) this.replace(index);
  }

  /** Somebody goes for ever, and somebody else comes. */
  private replace(index: number): void {
    const [writer] = this.writers.splice(index, 1, this.enter());
    this.gone.push(...(writer?.tokens ?? []));
    writer?.stop();
  }

  /** What somebody sees who opens the text now, at each process, and all that was ever written. */
  async readAnew(): Promise<{ tokens: Token[]; shown: string[][] }> {
    const readers = this.world.places.map((place) => this.enter(place));
    try {
      await until('everybody reads the same', agreesWithin, () => readers.every(isWhole) && agree(readers));
      return {
        tokens: [...this.gone, ...this.writers.flatMap(({ tokens }) => tokens)],
        shown: readers.map((reader) => reader.words()),
      };
    } finally {
      for (const reader of readers) reader.stop();
    }
  }

  leave(): void {
    clearInterval(this.typing);
    for (const writer of this.writers) writer.stop();
  }

  private isWell(writer: Writer, index: number): boolean {
    if (writer.mustStartAnew) this.replace(index);
    return writer.isSynced && !writer.mustStartAnew;
  }

  private enter(at?: RunningServer): Writer {
    const { places, people } = this.world;
    this.entered += 1;
    const turn = <Thing>(things: readonly Thing[], every: number): Thing => {
      const thing = things[Math.floor(this.entered / every) % things.length];
      if (thing === undefined) throw new Error('nothing to choose from');
      return thing;
    };
    const line = { url: (at ?? turn(places, 1)).url, ...turn(people, 3) };
    const Kind = turn([ProductWriter, StockWriter], 2);
    return new Kind(`${this.run}.${this.entered}`, line, this.documentId, this.signs);
  }
}

async function beginText({ table }: World): Promise<DocumentId> {
  const documentId = newId() as DocumentId;
  await table.hadi.caller.call('createGoal', {
    ...{ partnershipId: table.partnershipId, id: newId() as GoalId, documentId, title: 'Tahan banting' },
    ...{ benefit: null, startsOn: null, endsOn: null, rank: 'a0', locale: 'id' },
  });
  return documentId;
}

const isWhole = ({ isSynced }: Writer) => isSynced;

function agree(screens: readonly Writer[]): boolean {
  const [first, ...others] = screens;
  if (!first || others.some(({ count }) => count !== first.count)) return false;
  const words = first.words().join('\n');
  return others.every((each) => each.words().join('\n') === words);
}

async function until(what: string, patience: number, isSo: () => boolean): Promise<void> {
  const end = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`within ${patience / 1000} s it did not happen that ${what}`);
    await pause(10);
  }
}
