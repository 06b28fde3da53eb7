import type { Goal, Seat } from '@mufakat/domain';
import { columnOf, goalChangeRefusal, goalColumns } from '@mufakat/domain/browser';
import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine } from 'lucide-react';
import type { MenuAction } from '@/ui/menu';
import type { Words } from '@/words/id';
import { type Columns, moveSentence } from './columns';
import type { CardMoves } from './use-card-moves';

type Asked = { words: Words; goal: Goal; columns: Columns; moves: CardMoves; seat: Seat };

/** The places and columns a card can go to, each that cannot with its reason. */
export function moveGroups(asked: Asked): MenuAction[][] {
  return [placesOf(asked), columnsFor(asked)];
}

function placesOf({ goal, columns, moves, seat, words }: Asked): MenuAction[] {
  const said = words.goal.move;
  const column = columnOf(goal.state);
  const now = columns[column].findIndex(({ id }) => id === goal.id);
  const last = columns[column].length - 1;
  const refusal = goalChangeRefusal(seat, goal);
  const why = refusal === null ? undefined : words.refusals[refusal];
  const up = why ?? (now <= 0 ? said.alreadyFirst : undefined);
  const down = why ?? (now >= last ? said.alreadyLast : undefined);
  const go = (at: number) => () => moves.put(goal, column, at);
  return [
    { label: said.up, icon: ArrowUp, onSelect: go(now - 1), whyNot: up },
    { label: said.down, icon: ArrowDown, onSelect: go(now + 1), whyNot: down },
    { label: said.first, icon: ArrowUpToLine, onSelect: go(0), whyNot: up },
    { label: said.last, icon: ArrowDownToLine, onSelect: go(last), whyNot: down },
  ];
}

function columnsFor({ goal, columns, moves, seat, words }: Asked): MenuAction[] {
  const own = columnOf(goal.state);
  return goalColumns.map((column) => ({
    label: words.goal.columns[column],
    onSelect: () => moves.put(goal, column, columns[column].length),
    whyNot: column === own ? words.goal.move.alreadyHere : (moveSentence(seat, goal, column, words) ?? undefined),
  }));
}
