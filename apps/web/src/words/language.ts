import type { Words } from './id';

export type Language = 'id' | 'en';

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

/** Fetches one catalogue; the other stays where it is until somebody asks for it. */
export async function loadWords(language: Language): Promise<Words> {
  const loaded = language === 'en' ? await import('./en') : await import('./id');
  return loaded.words;
}
