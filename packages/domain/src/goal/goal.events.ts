import { entryOf } from '../kernel/journal.js';
import { Goal } from './goal.schema.js';

/** Entries carry the whole goal, so a screen can apply them without asking again. */
export const goalEntries = [
  entryOf('goal.created', Goal),
  entryOf('goal.changed', Goal),
  entryOf('goal.moved', Goal),
  entryOf('goal.archived', Goal),
  entryOf('goal.restored', Goal),
  entryOf('goal.target-added', Goal),
  entryOf('goal.target-changed', Goal),
  entryOf('goal.target-removed', Goal),
  entryOf('goal.target-reported', Goal),
] as const;
