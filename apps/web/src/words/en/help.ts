import type { Words } from '../id';

export const help = {
  title: 'Help & terms',
} satisfies Words['help'];
