import type { Language } from '@/words/language';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** A number as people write it: "1.250,5" in Indonesian, "1,250.5" in English. Decimals travel as strings and may be given so. */
export function number(value: number | string, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(Number(value));
}

/** A part of one as a percentage: 0.425 becomes "42,5%". */
export function percent(part: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: decimals }).format(part);
}

/** Rupiah without cents: "Rp 60.000.000". */
export function rupiah(value: number | string, language: Language): string {
  return `Rp ${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(Number(value))}`;
}

/** What a person typed as a number, in either way of writing; null when it is none. */
export function parseNumber(typed: string, language: Language): number | null {
  const plain = language === 'id' ? typed.replaceAll('.', '').replace(',', '.') : typed.replaceAll(',', '');
  const value = Number(plain.trim());
  return plain.trim() === '' || Number.isNaN(value) ? null : value;
}
