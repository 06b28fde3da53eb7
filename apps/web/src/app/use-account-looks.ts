import type { Me } from '@mufakat/domain';
import { useEffect } from 'react';
import { applyLooks, type Looks } from '@/lib/looks';
import { useLanguage } from '@/words/language-provider';

/** Brings theme, text size and language of the account to this device, each time the account changes. */
export function useAccountLooks(me: Me | undefined): void {
  const { choose } = useLanguage();
  const person = me?.person;
  const { theme, textSize, locale } = person ?? {};
  useEffect(() => {
    if (theme && textSize) applyLooks({ theme, size: Number(textSize) as Looks['size'] });
  }, [theme, textSize]);
  useEffect(() => {
    if (locale) void choose(locale);
  }, [locale, choose]);
}
