import type { Goal } from '@mufakat/domain';
import { columnOf, goalColumns, type GoalColumn } from '@mufakat/domain/browser';
import { useCallback, useMemo, useState } from 'react';
import { usePartnership } from '@/lib/partnership';
import { rankAt } from '@/lib/rank';
import { useAnnounce } from '@/ui/announcer';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { type Columns, moveSentence, stateIn } from './columns';
import { useMoveGoal } from './goal.queries';

/** A card on its way: where it would come to lie, and why it may not. */
export type Moving = {
  goal: Goal;
  by: 'keys' | 'pointer';
  column: GoalColumn;
  /** Among the cards of the column without this one. */
  at: number;
  whyNot: string | null;
};

export type Step = 'left' | 'right' | 'up' | 'down';

/** Lifting, carrying and putting down cards, by keys and by pointer, told to who cannot see it. */
// oxlint-disable-next-line eslint/max-lines-per-function -- one move from lift to drop, told in one place
export function useCardMoves(columns: Columns) {
  const { seat } = usePartnership();
  const words = useWords();
  const [moving, setMoving] = useState<Moving | null>(null);
  const announce = useAnnounce();
  const toast = useToast();
  const sentence = useSentence();
  const { mutate } = useMoveGoal();
  const said = words.goal.move;

  const others = useCallback(
    (goal: Goal, column: GoalColumn) => columns[column].filter(({ id }) => id !== goal.id),
    [columns],
  );

  const carry = useCallback(
    (goal: Goal, by: Moving['by'], column: GoalColumn, at: number) => {
      const most = others(goal, column).length;
      const place = Math.max(0, Math.min(at, most));
      const whyNot = moveSentence(seat, goal, column, words);
      setMoving({ goal, by, column, at: place, whyNot });
      return { place, most, whyNot };
    },
    [others, seat, words],
  );

  /** Puts the card at a place at once. Where it lies already, nothing is sent. */
  const put = useCallback(
    (goal: Goal, column: GoalColumn, at: number) => {
      setMoving(null);
      const name = words.goal.columns[column];
      const whyNot = moveSentence(seat, goal, column, words);
      if (whyNot !== null) {
        announce(said.refused(name, whyNot));
        return toast({ says: said.refused(name, whyNot), tone: 'refused' });
      }
      const now = columns[column].findIndex(({ id }) => id === goal.id);
      if (now !== at)
        mutate(
          { goal, state: stateIn(goal, column), rank: rankAt(others(goal, column), at) },
          { onError: (error) => toast({ says: sentence(error), tone: 'refused' }) },
        );
      announce(said.dropped(goal.title, name, at + 1));
    },
    [columns, others, seat, words, announce, toast, mutate, sentence, said],
  );

  return useMemo(() => {
    const lift = (goal: Goal) => {
      const column = columnOf(goal.state);
      const at = columns[column].findIndex(({ id }) => id === goal.id);
      const { place, most } = carry(goal, 'keys', column, at);
      announce(said.lifted(goal.title, words.goal.columns[column], place + 1, most + 1));
    };
    const step = (way: Step) => {
      if (!moving) return;
      const { goal, column, at } = moving;
      const side = goalColumns.indexOf(column) + { left: -1, right: 1, up: 0, down: 0 }[way];
      const next = goalColumns[Math.max(0, Math.min(side, goalColumns.length - 1))] ?? column;
      const { place, most, whyNot } = carry(goal, 'keys', next, at + { left: 0, right: 0, up: -1, down: 1 }[way]);
      const name = words.goal.columns[next];
      announce(whyNot ? said.refused(name, whyNot) : `${goal.title} ${said.to(name, place + 1, most + 1)}`);
    };
    const drop = () => moving && put(moving.goal, moving.column, moving.at);
    const cancel = () => {
      if (moving?.by === 'keys') announce(said.cancelled(moving.goal.title));
      setMoving(null);
    };
    return { moving, lift, step, drop, cancel, carry, put };
  }, [columns, moving, carry, put, announce, words, said]);
}

export type CardMoves = ReturnType<typeof useCardMoves>;
