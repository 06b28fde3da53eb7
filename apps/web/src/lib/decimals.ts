import type { Language } from '@/words/language';

/**
 * The exact number a person meant, as the server keeps it; null when it is none. In Indonesian a full stop
 * before three digits groups thousands; before any other number of digits it can only mean the decimals.
 */
export function decimalFrom(typed: string, language: Language): string | null {
  const text = typed.replace(/[\s%]/g, '').replace(/^[−–]/, '-');
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
  const parts = text.split(group);
  const isGrouped = parts.length > 1 && parts.slice(1).every((part) => /^\d{3}(\D|$)/.test(part));
  const plain =
    parts.length === 2 && !isGrouped && !text.includes(point) ? parts.join('.') : parts.join('').replace(point, '.');
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? plain : null;
}

/** A kept number as a person would type it. */
export const typedFrom = (value: string, language: Language): string =>
  language === 'id' ? value.replace('.', ',') : value;
