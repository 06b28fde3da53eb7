import { use } from 'react';
import { awaiting } from '@/lib/calm';
import type { Words } from './id';
import { type Language, type Part, parts } from './parts';

export type { Language } from './parts';

const key = 'mufakat.language';

/** The language this device speaks: Indonesian unless somebody chose English. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that keeps nothing asks the account again.
  }
}

/** What is spoken now. */
export const spokenLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'id');

const held: Record<Language, Partial<Words>> = { id: {}, en: {} };
const coming = new Map<string, Promise<void>>();

/** Fetches parts of one catalogue; the rest of it stays where it is. */
export async function fetchWords(language: Language, wanted: readonly Part[]): Promise<void> {
  await Promise.all(wanted.map((part) => fetchPart(language, part)));
}

/** A piece of the program which somebody waits for, together with the words it speaks. */
export function withWords<T>(fetch: () => Promise<T>, wanted: readonly Part[]): () => Promise<T> {
  return async () => (await awaiting(Promise.all([fetch(), fetchWords(spokenLanguage(), wanted)])))[0];
}

/** Fetches of a language what was needed of the one spoken now, so that a screen changes at once and whole. */
export function fetchSameWords(language: Language): Promise<void> {
  return fetchWords(language, Object.keys(held[spokenLanguage()]) as Part[]);
}

/** The catalogue of a language. A part which has not come yet makes the screen that speaks it wait. */
export function wordsOf(language: Language): Words {
  const words = {};
  for (const part of Object.keys(parts[language]) as Part[])
    Object.defineProperty(words, part, {
      enumerable: true,
      get: () => held[language][part] ?? (use(fetchPart(language, part)), held[language][part]),
    });
  return words as Words;
}

function fetchPart(language: Language, part: Part): Promise<void> {
  const name = `${language} ${part}`;
  const known = coming.get(name);
  if (known) return known;
  const fetched = parts[language][part]().then(
    (loaded) => void Object.assign(held[language], loaded),
    (error: unknown) => {
      coming.delete(name);
      throw error;
    },
  );
  coming.set(name, fetched);
  return fetched;
}
