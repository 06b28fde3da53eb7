import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { FilterBar, SoughtWords } from '@/ui/filter-bar';
import { useWords } from '@/words/language-provider';
import type { GoalName } from './task-marks';

type Props = {
  firm: string | null;
  goal: string | null;
  sought: string;
  goals: readonly GoalName[];
  onFirm: (firm: string | null) => void;
  onGoal: (goal: string | null) => void;
  onSought: (sought: string | null) => void;
  onClear: () => void;
};

/** Narrows the tasks by firm, goal and words. */
export function TaskFilters({ firm, goal, sought, goals, onFirm, onGoal, onSought, onClear }: Props) {
  const words = useWords().task;
  const { directory } = usePartnership();
  const any = firm !== null || goal !== null || sought !== '';
  return (
    <FilterBar label={words.filters}>
      <Select label={words.firm} hushed value={firm ?? ''} onChange={(event) => onFirm(event.target.value || null)}>
        <option value="">{words.anyFirm}</option>
        {directory.partners.map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
      </Select>
      <Select label={words.goal} hushed value={goal ?? ''} onChange={(event) => onGoal(event.target.value || null)}>
        <option value="">{words.anyGoal}</option>
        {goals.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <SoughtWords label={words.search} value={sought} onChange={onSought} />
      {any && (
        <Button kind="quiet" small onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </FilterBar>
  );
}
