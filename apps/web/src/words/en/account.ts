import type { Words } from '../id';

export const account = {
  title: 'My account',
} satisfies Words['account'];
