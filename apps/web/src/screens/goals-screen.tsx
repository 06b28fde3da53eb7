import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { goalWriteRefusal } from '@mufakat/domain/browser';
import { Plus, Scale } from 'lucide-react';
import { BoardFilters, useSought } from '@/features/goal/board-filters';
import { BoardWaiting } from '@/features/goal/board-waiting';
import { sift } from '@/features/goal/columns';
import { GoalBoard } from '@/features/goal/goal-board';
import { goalsQuery } from '@/features/goal/goal.queries';
import { NewGoalDialog } from '@/features/goal/new-goal-dialog';
import { useAddressWord } from '@/lib/address';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Button, buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';

/** The board of goals; what is looked for and what is open stand in the address. */
export function GoalsScreen() {
  const words = useWords();
  const said = words.goal;
  const { id, seat, partnerOf } = usePartnership();
  const goals = useQuery(goalsQuery(id));
  const sought = useSought();
  const [form, setForm] = useAddressWord('baru');
  const navigate = useNavigate();
  useScreen(said.title);
  useLook(id, 'goals');
  const refusal = goalWriteRefusal(seat);
  const add = (
    <Button
      kind="primary"
      icon={Plus}
      onClick={() => setForm('1')}
      whyNot={refusal === null ? undefined : words.refusals[refusal]}
    >
      {said.new}
    </Button>
  );
  const all = goals.data ?? [];
  const found = sift(all, sought, (seatId) => partnerOf(seatId)?.id);
  return (
    <>
      <ScreenHead
        title={said.title}
        actions={
          all.length > 0 && (
            <>
              <Link to="/k/$partnershipId/kepentingan" params={{ partnershipId: id }} className={buttonLook()}>
                <Icon of={Scale} />
                {said.interests}
              </Link>
              {add}
            </>
          )
        }
      />
      {goals.isPending && <BoardWaiting />}
      {goals.isError && !goals.data && (
        <EmptyState
          title={said.failed.title}
          actions={<Button onClick={() => void goals.refetch()}>{words.frame.retry}</Button>}
        >
          {said.failed.says}
        </EmptyState>
      )}
      {goals.data && all.length === 0 && (
        <EmptyState title={said.empty.title} actions={add}>
          {said.empty.says}
        </EmptyState>
      )}
      {all.length > 0 && <BoardFilters />}
      {all.length > 0 && found.length === 0 && (
        <EmptyState
          title={said.noneFound.title}
          actions={<Button onClick={sought.clear}>{said.noneFound.clear}</Button>}
        >
          {said.noneFound.says}
        </EmptyState>
      )}
      {found.length > 0 && <GoalBoard goals={found} />}
      <NewGoalDialog
        open={form !== null && refusal === null && goals.data !== undefined}
        onClose={() => setForm(null)}
        goals={all}
        onMade={(goal) =>
          void navigate({
            to: '/k/$partnershipId/tujuan/$goalId',
            params: { partnershipId: id, goalId: goal.id },
            replace: true,
          })
        }
      />
    </>
  );
}
