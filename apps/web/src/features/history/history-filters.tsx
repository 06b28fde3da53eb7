import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { FilterBar } from '@/ui/filter-bar';
import { useWords } from '@/words/language-provider';
import { type Filter, kinds } from './history-days';

type Props = {
  filter: Filter;
  onKind: (kind: string | null) => void;
  onPartner: (partnerId: string | null) => void;
  onClear: () => void;
};

/** Which kind of things, and whose doing. */
export function HistoryFilters({ filter, onKind, onPartner, onClear }: Props) {
  const words = useWords().history;
  const { directory } = usePartnership();
  const isNarrow = filter.kind !== null || filter.partnerId !== null;
  return (
    <FilterBar label={words.filters}>
      <Select
        id="history-kind"
        label={words.anyKind}
        hushed
        value={filter.kind ?? ''}
        onChange={({ target }) => onKind(target.value || null)}
      >
        <option value="">{words.anyKind}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </Select>
      <Select
        id="history-firm"
        label={words.anyFirm}
        hushed
        value={filter.partnerId ?? ''}
        onChange={({ target }) => onPartner(target.value || null)}
      >
        <option value="">{words.anyFirm}</option>
        {directory.partners.map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
      </Select>
      {isNarrow && (
        <Button kind="quiet" small onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </FilterBar>
  );
}
