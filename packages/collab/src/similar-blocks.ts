import type { TextNode } from '@mufakat/domain';
import type { Matches } from './alignment.js';
import { tokensOf } from './text-tokens.js';

/** Blocks that share less than this part of their words are two different ones. */
const least = 0.35;
/** More blocks than this in one place are not searched for pairs; they went and came. */
const mostPairs = 40_000;

/** The blocks of two lists that are the same block with other words, in order, chosen so that the most words stay. */
export function pairs(before: readonly TextNode[], after: readonly TextNode[]): Matches {
  if (before.length * after.length > mostPairs) return [];
  const [was, is] = [before.map(bagOf), after.map(bagOf)];
  const likeness = was.map((one, row) =>
    is.map((other, column) => (canPair(before[row], after[column]) ? likenessOf(one, other) : 0)),
  );
  return bestPairs(likeness, after.length);
}

/** The way through the square that gathers the most likeness. */
function bestPairs(likeness: readonly number[][], width: number): Matches {
  const best = Array.from({ length: likeness.length + 1 }, () => new Float64Array(width + 1));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  const gain = (row: number, column: number) => {
    const own = likeness[row]?.[column] ?? 0;
    return own >= least ? own + at(row + 1, column + 1) : 0;
  };
  for (let row = likeness.length - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1) {
      const line = best[row];
      if (line) line[column] = Math.max(gain(row, column), at(row + 1, column), at(row, column + 1));
    }
  const chosen: Matches = [];
  for (let [row, column] = [0, 0]; row < likeness.length && column < width;) {
    if (gain(row, column) > 0 && gain(row, column) === at(row, column)) chosen.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return chosen;
}

/** A ticked box, another level of heading or another kind of block is seen best as gone and come. */
function canPair(one: TextNode | undefined, other: TextNode | undefined): boolean {
  return (
    one?.type === other?.type &&
    one?.attrs?.['checked'] === other?.attrs?.['checked'] &&
    one?.attrs?.['level'] === other?.attrs?.['level']
  );
}

type Bag = { words: Map<string, number>; size: number };

function bagOf(block: TextNode): Bag {
  const words = new Map<string, number>();
  let size = 0;
  const gather = (node: TextNode): void => {
    const line = (node.content ?? []).filter(({ content }) => !content);
    for (const { key, isWord } of tokensOf(line)) {
      if (!isWord) continue;
      words.set(key, (words.get(key) ?? 0) + 1);
      size += 1;
    }
    for (const child of node.content ?? []) if (child.content) gather(child);
  };
  gather(block);
  return { words, size };
}

function likenessOf(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 0;
  let both = 0;
  for (const [word, count] of one.words) both += Math.min(count, other.words.get(word) ?? 0);
  return (2 * both) / (one.size + other.size);
}
