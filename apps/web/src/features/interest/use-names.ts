import type { PartnerId } from '@mufakat/domain';
import { usePartnership } from '@/lib/partnership';
import { useLanguage } from '@/words/language-provider';

/** Names firms in one phrase: "UD Sumber Kayu, Warna Alam dan PT Jati". */
export function useNames(): (partners: readonly PartnerId[]) => string {
  const { language } = useLanguage();
  const { partner } = usePartnership();
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (partners) => list.format(partners.map((id) => partner(id)?.organization.name ?? '').filter(Boolean));
}
