import type { Token } from './writer.js';

/** What became of the tokens: those called saved must be there once, the others at most once. */
export function judge(tokens: readonly Token[], words: readonly string[]): { lost: string[]; doubled: string[] } {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    lost: tokens.flatMap(({ text, isAcknowledged }) => (isAcknowledged && !counts.has(text) ? [text] : [])),
    doubled: tokens.flatMap(({ text }) => ((counts.get(text) ?? 0) > 1 ? [text] : [])),
  };
}
