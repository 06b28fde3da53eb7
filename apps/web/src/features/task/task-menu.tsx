import type { Task, TaskState } from '@mufakat/domain';
import { taskColumns } from '@mufakat/domain/browser';
import {
  ArrowDown,
  ArrowUp,
  Circle,
  CircleCheckBig,
  CircleDotDashed,
  Hourglass,
  PanelRightOpen,
  Trash2,
} from 'lucide-react';
import type { ComponentProps } from 'react';
import { Menu, type MenuAction } from '@/ui/menu';
import { useWords } from '@/words/language-provider';
import { type TaskDeeds, useTaskRefusals } from './use-task-deeds';

/** The shape of each state, beside its word. */
export const stateIcons = {
  open: Circle,
  doing: CircleDotDashed,
  waiting: Hourglass,
  done: CircleCheckBig,
  cancelled: Trash2,
} as const;

type Props = {
  task: Task;
  deeds: TaskDeeds;
  onOpen: (task: Task) => void;
  onWait: (task: Task) => void;
  /** On the board: moves the card within its column; undefined at the end of the way. */
  shift?: { up: (() => void) | undefined; down: (() => void) | undefined };
  /** On the board: what moving to a column does there. */
  onMove?: (state: TaskState) => void;
  children: ComponentProps<typeof Menu>['children'];
};

/** What can be done with a task, without dragging anything. */
export function TaskMenu({ task, deeds, onOpen, onWait, shift, onMove, children }: Props) {
  const words = useWords().task;
  const refusals = useTaskRefusals(task);
  const go = (state: TaskState) => {
    if (state === 'waiting') onWait(task);
    else if (onMove) onMove(state);
    else if (state === 'done') deeds.complete(task);
    else deeds.move(task, { state }, { says: words.moved(task.title, words.states[state]) });
  };
  const moves: MenuAction[] = taskColumns
    .filter((state) => state !== task.state)
    .map((state) => ({
      label: words.moveTo(words.states[state]),
      icon: stateIcons[state],
      onSelect: () => go(state),
      whyNot: refusals.move(state),
    }));
  const shifts = [
    shift?.up && { label: words.up, icon: ArrowUp, onSelect: shift.up, whyNot: refusals.change },
    shift?.down && { label: words.down, icon: ArrowDown, onSelect: shift.down, whyNot: refusals.change },
  ].filter((action) => action !== undefined);
  const remove: MenuAction = {
    label: words.remove,
    icon: Trash2,
    danger: true,
    onSelect: () => deeds.remove(task),
    whyNot: refusals.change,
  };
  const groups = [
    [{ label: words.open, icon: PanelRightOpen, onSelect: () => onOpen(task) }],
    [...moves, ...shifts],
    [remove],
  ];
  return (
    <Menu title={task.title} groups={groups}>
      {children}
    </Menu>
  );
}
