import { ListFilter } from 'lucide-react';
import { useAddressWord } from '@/lib/address';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { FilterBar, SoughtWords } from '@/ui/filter-bar';
import { ChoiceMenu } from '@/ui/menu';
import { OrganizationMark } from '@/ui/organization-mark';
import { useWords } from '@/words/language-provider';
import styles from './board.module.css';
import type { Sought } from './columns';

/** What the address says the person looks for. */
export function useSought(): Sought & { any: boolean; clear: () => void } {
  const [benefit, setBenefit] = useAddressWord('manfaat');
  const [firm, setFirm] = useAddressWord('mitra');
  const [text, setText] = useAddressWord('cari');
  const clear = () => {
    setBenefit(null);
    setFirm(null);
    setText(null);
  };
  return { benefit, firm, text: text ?? '', any: benefit !== null || firm !== null || !!text, clear };
}

/** Benefit, firm and words: all kept in the address. */
export function BoardFilters() {
  const words = useWords().goal;
  const { directory } = usePartnership();
  const [benefit, setBenefit] = useAddressWord('manfaat');
  const [firm, setFirm] = useAddressWord('mitra');
  const [text, setText] = useAddressWord('cari');
  const benefits = Object.entries(words.benefits).map(([value, { name }]) => ({ value, label: name }));
  const firms = directory.partners
    .filter(({ leftAt }) => leftAt === null)
    .map(({ id, organization: { name, letters }, slot }) => ({
      value: id as string,
      label: name,
      mark: <OrganizationMark name={name} letters={letters} slot={slot} size="small" silent />,
    }));
  const all = (label: string) => ({ value: '', label });
  const chosen = (choices: readonly { value: string; label: string }[], value: string | null, none: string) =>
    choices.find((choice) => choice.value === value)?.label ?? none;
  return (
    <div className={styles.filters}>
      <FilterBar label={words.filter.label}>
        <ChoiceMenu
          value={benefit ?? ''}
          choices={[all(words.filter.benefit), ...benefits]}
          onChoose={(value) => setBenefit(value || null)}
          title={words.benefit}
        >
          <Button small kind={benefit ? 'tonal' : 'plain'} icon={ListFilter}>
            {chosen(benefits, benefit, words.filter.benefit)}
          </Button>
        </ChoiceMenu>
        <ChoiceMenu
          value={firm ?? ''}
          choices={[all(words.filter.firm), ...firms]}
          onChoose={(value) => setFirm(value || null)}
          title={words.filter.firmTitle}
        >
          <Button small kind={firm ? 'tonal' : 'plain'}>
            {chosen(firms, firm, words.filter.firm)}
          </Button>
        </ChoiceMenu>
        <SoughtWords label={words.filter.search} value={text ?? ''} onChange={setText} />
      </FilterBar>
    </div>
  );
}
