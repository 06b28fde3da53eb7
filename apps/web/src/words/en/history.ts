import type { Words } from '../id';

export const history = {
  title: 'History',
} satisfies Words['history'];
