import type { Words } from '../id';

export const partnership = {
  title: 'Partnership',
} satisfies Words['partnership'];
