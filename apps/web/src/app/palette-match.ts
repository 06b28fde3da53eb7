/** What can be found: its name, and other words which lead to it. */
export type Findable = { label: string; synonyms?: string | undefined };

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well something answers what was sought, 0 for not at all. Every word sought must begin a word of the name or of
 * its synonyms, or stand inside the name; names count more than synonyms, beginnings more than middles.
 */
export function matchOf({ label, synonyms = '' }: Findable, sought: string): number {
  const [name, others] = [fold(label), fold(synonyms)];
  const words = fold(sought).split(/\s+/).filter(Boolean);
  const scores = words.map((word) => wordMatch(name, others, word));
  return scores.includes(0) ? 0 : Math.max(0.01, scores.reduce((sum, score) => sum + score, 0) / (words.length || 1));
}

function wordMatch(name: string, others: string, word: string): number {
  if (name.startsWith(word)) return 1;
  if (begins(name, word)) return 0.8;
  if (begins(others, word)) return 0.5;
  return name.includes(word) ? 0.3 : 0;
}

const begins = (text: string, word: string) => text.split(/[^\p{L}\p{N}]+/u).some((each) => each.startsWith(word));
