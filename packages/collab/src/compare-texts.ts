import type { TextNode } from '@mufakat/domain';
import { alignment } from './alignment.js';
import { joined } from './joined.js';
import { pairs } from './similar-blocks.js';
import { tokensOf, type Token } from './text-tokens.js';

/** Two texts laid over each other. */
export interface ComparedTexts {
  /** The newer text, with what was removed where it stood. */
  content: TextNode;
  /** Words. */
  added: number;
  removed: number;
}

type Change = NonNullable<TextNode['change']>;

/** What became different from one text to the other: block by block, and inside of a block word by word. */
export function compareTexts(before: TextNode, after: TextNode): ComparedTexts {
  const content = { ...after, content: comparedBlocks(before.content ?? [], after.content ?? []) };
  return { content, added: wordsIn(content, 'added'), removed: wordsIn(content, 'removed') };
}

/** What a text says and how it looks, whoever wrote it: equal for equal texts. */
export function sayingOf(node: TextNode): string {
  return JSON.stringify(withoutAuthors(node));
}

function withoutAuthors({ type, attrs, text, marks, content }: TextNode): unknown {
  const inside = content && joined(content.map((child) => ({ ...child, author: null })));
  return [
    type,
    sorted(attrs),
    text,
    marks?.map((mark) => [mark.type, sorted(mark.attrs)]),
    inside?.map(withoutAuthors),
  ];
}

const sorted = (attrs: Record<string, unknown> = {}) => Object.entries(attrs).toSorted(([a], [b]) => (a < b ? -1 : 1));

function comparedBlocks(before: readonly TextNode[], after: readonly TextNode[]): TextNode[] {
  const matches = alignment(before.map(sayingOf), after.map(sayingOf));
  const blocks: TextNode[] = [];
  let [old, fresh] = [0, 0];
  for (const [one, other] of [...matches, [before.length, after.length] as const]) {
    blocks.push(...changedBlocks(before.slice(old, one), after.slice(fresh, other)));
    const same = after[other];
    if (same) blocks.push(same);
    [old, fresh] = [one + 1, other + 1];
  }
  return blocks;
}

/** Blocks between two that stayed: those alike are compared inside, the others went or came as a whole. */
function changedBlocks(before: readonly TextNode[], after: readonly TextNode[]): TextNode[] {
  const blocks: TextNode[] = [];
  let [old, fresh] = [0, 0];
  for (const [one, other] of [...pairs(before, after), [before.length, after.length] as const]) {
    blocks.push(...before.slice(old, one).map((block) => changed(block, 'removed')));
    blocks.push(...after.slice(fresh, other).map((block) => changed(block, 'added')));
    const [was, is] = [before[one], after[other]];
    if (was && is) blocks.push(comparedInside(was, is));
    [old, fresh] = [one + 1, other + 1];
  }
  return blocks;
}

function comparedInside(before: TextNode, after: TextNode): TextNode {
  const [was, is] = [before.content ?? [], after.content ?? []];
  const isLine = after.type === 'paragraph' || after.type === 'heading';
  return { ...after, content: isLine ? comparedWords(was, is) : comparedBlocks(was, is) };
}

function comparedWords(before: readonly TextNode[], after: readonly TextNode[]): TextNode[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const matches = alignment(
    was.map(({ key }) => key),
    is.map(({ key }) => key),
  ).filter((match, at, all) => !isGapBetweenChanges(match, [all[at - 1], all[at + 1]], { was, is }));
  const words: TextNode[] = [];
  let [old, fresh] = [0, 0];
  for (const [one, other] of [...matches, [was.length, is.length] as const]) {
    words.push(...changedTokens(was.slice(old, one), 'removed'), ...changedTokens(is.slice(fresh, other), 'added'));
    words.push(...(is[other]?.nodes ?? []));
    [old, fresh] = [one + 1, other + 1];
  }
  return joined(words);
}

type Match = readonly [number, number];

/** A space that stayed between two words that did not: the eye reads one change there, not two. */
function isGapBetweenChanges(
  [one, other]: Match,
  [last, next]: [Match | undefined, Match | undefined],
  { was, is }: { was: readonly Token[]; is: readonly Token[] },
): boolean {
  if (!is[other]?.isSpace) return false;
  const touchesLast = last ? last[0] === one - 1 && last[1] === other - 1 : one === 0 && other === 0;
  const touchesNext = next
    ? next[0] === one + 1 && next[1] === other + 1
    : one === was.length - 1 && other === is.length - 1;
  return !touchesLast && !touchesNext;
}

const changedTokens = (tokens: readonly Token[], change: Change): TextNode[] =>
  tokens.flatMap(({ nodes }) => nodes.map((node) => ({ ...node, change })));

/** A block and all that is in it. */
function changed(node: TextNode, change: Change): TextNode {
  return {
    ...node,
    change,
    ...(node.content && { content: node.content.map((child) => changed(child, change)) }),
  };
}

function wordsIn(node: TextNode, change: Change): number {
  const own = node.change === change && !node.content ? tokensOf([node]).filter(({ isWord }) => isWord).length : 0;
  return (node.content ?? []).reduce((sum, child) => sum + wordsIn(child, change), own);
}
