import type { Words } from '../id';

export const goal = {
  title: 'Goals',
} satisfies Words['goal'];
