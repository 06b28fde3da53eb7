import type { Words } from '../id';

export const accountability = {
  title: 'Accountability',
} satisfies Words['accountability'];
