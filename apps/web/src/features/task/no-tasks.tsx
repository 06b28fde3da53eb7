import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { useWords } from '@/words/language-provider';
import { addLineId } from './task-add-bar';
import type { Whose } from './task-groups';

type Props = {
  whose: Whose;
  /** Whether filters are set. */
  isNarrow: boolean;
  /** How many tasks have no person yet. */
  free: number;
  onClear: () => void;
  onAll: () => void;
};

/** What a list without tasks teaches. */
export function NoTasks({ whose, isNarrow, free, onClear, onAll }: Props) {
  const { empty, clear } = useWords().task;
  if (isNarrow)
    return (
      <EmptyState
        title={empty.filtered.title}
        actions={
          <Button kind="primary" onClick={onClear}>
            {clear}
          </Button>
        }
      >
        {empty.filtered.says}
      </EmptyState>
    );
  const says = whose === 'mine' ? empty.mine.says(free) : empty[whose].says;
  return (
    <EmptyState
      title={empty[whose].title}
      actions={
        whose === 'mine' && free > 0 ? (
          <Button kind="tonal" onClick={onAll}>
            {empty.mine.free}
          </Button>
        ) : (
          <Button kind="tonal" onClick={() => document.getElementById(addLineId)?.focus()}>
            {empty.write}
          </Button>
        )
      }
    >
      {says}
    </EmptyState>
  );
}
