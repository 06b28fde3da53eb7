import type { ReactNode } from 'react';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { FilterBar, SoughtDay } from '@/ui/filter-bar';
import { useWords } from '@/words/language-provider';
import { type Filter, isNarrow, kinds } from './history-days';

type Props = { filter: Filter; onFilter: (change: Partial<Filter>) => void; onClear: () => void };

/** Which kind of things, whose doing, and between which days. */
export function HistoryFilters({ filter, onFilter, onClear }: Props) {
  const words = useWords().history;
  const { directory } = usePartnership();
  const people = directory.members.filter(
    ({ partnerId }) => filter.partnerId === null || partnerId === filter.partnerId,
  );
  return (
    <FilterBar label={words.filters}>
      <Choice id="history-kind" any={words.anyKind} value={filter.kind} onChange={(kind) => onFilter({ kind })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </Choice>
      <Choice
        id="history-firm"
        any={words.anyFirm}
        value={filter.partnerId}
        onChange={(partnerId) => onFilter({ partnerId, seatId: null })}
      >
        {directory.partners.map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
      </Choice>
      <Choice id="history-person" any={words.anybody} value={filter.seatId} onChange={(seatId) => onFilter({ seatId })}>
        {people.map(({ seatId, name }) => (
          <option key={seatId} value={seatId}>
            {name}
          </option>
        ))}
      </Choice>
      <SoughtDay label={words.since} value={filter.since} onChange={(since) => onFilter({ since })} />
      <SoughtDay label={words.until} value={filter.until} onChange={(until) => onFilter({ until })} />
      {isNarrow(filter) && (
        <Button kind="quiet" small onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </FilterBar>
  );
}

type ChoiceProps = {
  id: string;
  any: string;
  value: string | null;
  onChange: (value: string | null) => void;
  children: ReactNode;
};

function Choice({ id, any, value, onChange, children }: ChoiceProps) {
  return (
    <Select id={id} label={any} hushed value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
      <option value="">{any}</option>
      {children}
    </Select>
  );
}
