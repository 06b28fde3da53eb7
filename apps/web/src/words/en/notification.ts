import type { Words } from '../id';

export const notification = {
  title: 'Notifications',
} satisfies Words['notification'];
