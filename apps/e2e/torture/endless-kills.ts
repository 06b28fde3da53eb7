import { expect } from '@jest/globals';
import { dice } from '../../../packages/broker/src/hostile-frames.js';
import { endure, type Ordeal, type World } from './endure.js';
import { print, proofLine, spread } from '../../../scripts/proof-line.mjs';

/** By command; in the everyday run each test says how many. */
const wanted = Number(process.env['KILLS'] ?? 0);
const seed = Number(process.env['SEED'] ?? 1);
/** A text is written until this many kills, then another one is begun: each is judged by itself, and none grows large. */
const perText = 10;

export type Series = Pick<Ordeal, 'agreesWithin'> & {
  of: string;
  everyday: number;
  kill(roll: (sides: number) => number): Promise<void>;
};

/** Strikes as often as was asked for, and expects that nothing that was called saved is lost and nothing is there twice. */
export async function outlive(world: World, { of, everyday, kill, ...ordeal }: Series): Promise<void> {
  const total = wanted || everyday;
  const began = performance.now();
  const sum = { words: 0, acknowledged: 0, wholeAfter: [] as number[] };
  let last = seed;
  for (let done = 0; done < total; last += 1) {
    const kills = Math.min(perText, total - done);
    const roll = dice(last);
    const { lost, doubled, ...found } = await endure(world, { ...ordeal, kills, roll, kill: () => kill(roll) });
    expect({ lost, doubled, seed: last }).toEqual({ lost: [], doubled: [], seed: last });
    done += kills;
    sum.words += found.words;
    sum.acknowledged += found.acknowledged;
    sum.wholeAfter.push(...found.wholeAfter);
    if (wanted) print(`  ${of}: ${done} of ${total} kills, ${sum.words} words, ${sum.acknowledged} called saved`);
  }
  expect(sum.acknowledged).toBeGreaterThan(total * 5);
  if (!wanted) return;
  const counts = `${total} kills, ${sum.words} words, ${sum.acknowledged} called saved`;
  const result = `0 lost, 0 doubled; all back and saved after ${spread(sum.wholeAfter)}`;
  print(proofLine({ proof: `crash: ${of}`, seeds: [seed, last - 1], counts, began, result }));
}
