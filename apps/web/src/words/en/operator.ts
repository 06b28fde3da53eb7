import type { Words } from '../id';

export const operator = {
  title: 'Server operator',
} satisfies Words['operator'];
