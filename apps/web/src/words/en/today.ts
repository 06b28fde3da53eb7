import type { Words } from '../id';

export const today = {
  title: 'Today',
} satisfies Words['today'];
