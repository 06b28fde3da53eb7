import type { Saying } from './tell-change';

/** A field of a record: its word, and its value in words; null for none. */
export type Told = readonly [what: string, value: string | null];

/** The fields which differ, each as "what: before → now". */
export function difference(before: readonly Told[] | null, now: readonly Told[], { words }: Saying): string[] {
  if (!before) return [];
  return now.flatMap(([what, value], at) => {
    const old = before[at]?.[1] ?? null;
    if (old === value) return [];
    if (value === null) return [words.emptied(what, old ?? words.none)];
    return [old === null ? words.set(what, value) : words.from(what, old, value)];
  });
}

/** Empty text counts as none. */
export const orNone = (text: string): string | null => (text === '' ? null : text);
