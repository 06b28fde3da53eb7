import type { Task, TaskState } from '@mufakat/domain';
import { taskColumns } from '@mufakat/domain/browser';
import { byRank, rankAt } from '@/lib/rank';

/** A place on the board: the column, and how many cards stand above. */
export type TaskPlace = { state: TaskState; at: number };

export type TaskColumn = { state: TaskState; tasks: Task[] };

/** The columns of the board; a lifted card is shown where it would fall. */
export function columnsOf(tasks: readonly Task[], lifted?: { id: string; place: TaskPlace } | null): TaskColumn[] {
  const moving = lifted && tasks.find(({ id }) => id === lifted.id);
  return taskColumns.map((state) => {
    const own = tasks.filter((task) => task.state === state && task !== moving).toSorted(byRank);
    return { state, tasks: moving && lifted.place.state === state ? own.toSpliced(lifted.place.at, 0, moving) : own };
  });
}

/** Where a card stands now. */
export function placeOf(columns: readonly TaskColumn[], id: string): TaskPlace | undefined {
  for (const { state, tasks } of columns) {
    const at = tasks.findIndex((task) => task.id === id);
    if (at >= 0) return { state, at };
  }
  return undefined;
}

/** The rank a card gets at a place of the board. */
export function rankOfPlace(tasks: readonly Task[], id: string, { state, at }: TaskPlace): string {
  return rankAt(
    tasks.filter((task) => task.state === state && task.id !== id),
    at,
  );
}

const arrows: Record<string, (place: TaskPlace) => TaskPlace> = {
  ArrowUp: ({ state, at }) => ({ state, at: at - 1 }),
  ArrowDown: ({ state, at }) => ({ state, at: at + 1 }),
  ArrowLeft: ({ state, at }) => ({ state: neighbour(state, -1), at }),
  ArrowRight: ({ state, at }) => ({ state: neighbour(state, 1), at }),
};

const neighbour = (state: TaskState, by: number): TaskState =>
  taskColumns[taskColumns.findIndex((column) => column === state) + by] ?? state;

/** Where an arrow key takes a lifted card; undefined for other keys. */
export function afterArrow(key: string, place: TaskPlace, tasks: readonly Task[], id: string): TaskPlace | undefined {
  const next = arrows[key]?.(place);
  if (!next) return undefined;
  const others = tasks.filter((task) => task.state === next.state && task.id !== id).length;
  return { state: next.state, at: Math.max(0, Math.min(others, next.at)) };
}
