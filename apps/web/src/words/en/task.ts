import type { Words } from '../id';

export const task = {
  title: 'Tasks',
} satisfies Words['task'];
