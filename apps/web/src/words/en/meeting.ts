import type { Words } from '../id';

export const meeting = {
  title: 'Meetings',
} satisfies Words['meeting'];
