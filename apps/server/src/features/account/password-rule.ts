import { dictionary } from '@zxcvbn-ts/language-common';

const common = new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()));
const product = 'mufakat';

/**
 * Whether a password is easy to guess: a common one, one with digits or punctuation behind it, a short piece
 * repeated, or nothing but the person's own words (name, login) and the product's name.
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  const whole = password.normalize('NFKC').toLowerCase();
  const core = whole.replace(/[^\p{L}]+$/u, '');
  if (core === '') return true;
  const forms = [whole, core, onlySigns(whole), onlySigns(core)].map(repeatedPiece);
  return forms.some((form) => form.length <= 3 || common.has(form)) || isMadeOf(onlySigns(whole), own);
}

/** The words of a person that make a password easy to guess. */
export function ownWords(person: { name: string; email: string | null; phone: string | null }): string[] {
  return [person.name, person.email, person.phone].filter((word) => word !== null);
}

/** What is left after taking the person's own words away: nothing, or only digits. */
function isMadeOf(text: string, own: readonly string[]): boolean {
  const words = [product, ...own.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])]
    .map((word) => onlySigns(word.normalize('NFKC').toLowerCase()))
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && /^\d*$/.test(rest);
}

function onlySigns(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "abcabcabc" is "abc": the shortest piece that makes the text when repeated. */
function repeatedPiece(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return at > 0 ? text.slice(0, at) : text;
}
