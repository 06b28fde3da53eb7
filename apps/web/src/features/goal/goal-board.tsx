import type { Goal } from '@mufakat/domain';
import { goalColumns, type GoalColumn as Column } from '@mufakat/domain/browser';
import { useMemo, useRef } from 'react';
import { useAddressWord } from '@/lib/address';
import { useHere } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useWords } from '@/words/language-provider';
import styles from './board.module.css';
import { columnsOf } from './columns';
import { GoalCard } from './goal-card';
import { GoalColumn } from './goal-column';
import { LiftBar } from './lift-bar';
import { useArchive } from './use-archive';
import { useDragMonitor } from './use-card-drag';
import { useCardMoves } from './use-card-moves';
import { useSlide } from './use-slide';
import { useSteadyColumns } from './use-steady-columns';

/** The goals in five columns; cards are moved by pointer, keys or menu, and by others at the same time. */
export function GoalBoard({ goals }: { goals: readonly Goal[] }) {
  const { id, seat } = usePartnership();
  const board = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(goals), [goals]);
  const { shown, hold, release } = useSteadyColumns(columns);
  const moves = useCardMoves(columns);
  const archive = useArchive();
  const here = useHere(id).filter(({ seatId }) => seatId !== seat.id);
  const find = (goalId: string) => goals.find((goal) => goal.id === goalId);
  const [chosen, choose] = useAddressWord('kolom');
  const column = goalColumns.find((each) => each === chosen) ?? goalColumns.find((each) => columns[each].length > 0);
  useDragMonitor({
    over: (goalId, over, at) => {
      const goal = find(goalId);
      const { moving } = moves;
      if (goal && (moving?.goal.id !== goalId || moving.column !== over || moving.at !== at))
        moves.carry(goal, 'pointer', over, at);
    },
    drop: (goalId, over, at) => {
      const goal = find(goalId);
      release();
      if (goal) moves.put(goal, over, at);
    },
    cancel: moves.cancel,
  });
  useSlide(board, goalColumns.map((each) => shown[each].map((goal) => goal.id).join()).join(';'));
  const own = useMemo(
    () => ({
      ...moves,
      put: (...place: Parameters<typeof moves.put>) => (release(), moves.put(...place)),
      drop: () => (release(), moves.drop()),
    }),
    [moves, release],
  );
  return (
    <>
      <ColumnTabs chosen={column ?? 'draft'} counts={(each) => columns[each].length} onChoose={choose} />
      <div ref={board} className={styles.board}>
        {goalColumns.map((each) => (
          <GoalColumn
            key={each}
            column={each}
            goals={shown[each]}
            moving={moves.moving}
            chosen={each === (column ?? 'draft')}
            card={(goal) => (
              <GoalCard
                goal={goal}
                columns={columns}
                moves={own}
                here={here.filter(({ place }) => place.screen === 'goal' && place.subjectId === goal.id)}
                onArchive={archive}
                onHover={(over) => (over ? hold() : release())}
              />
            )}
          />
        ))}
      </div>
      {moves.moving?.by === 'keys' && <LiftBar moving={moves.moving} columns={columns} />}
    </>
  );
}

type TabsProps = { chosen: Column; counts: (column: Column) => number; onChoose: (column: string) => void };

/** On a phone: which column is shown. */
function ColumnTabs({ chosen, counts, onChoose }: TabsProps) {
  const words = useWords().goal;
  return (
    <nav className={styles.columnTabs} aria-label={words.columnTabs}>
      {goalColumns.map((column) => (
        <button
          key={column}
          type="button"
          aria-current={column === chosen ? 'true' : undefined}
          onClick={() => onChoose(column)}
        >
          {words.columns[column]} <span className="num">{counts(column)}</span>
        </button>
      ))}
    </nav>
  );
}
