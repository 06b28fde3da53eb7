import { entryOf } from '../kernel/journal.js';
import { Task } from './task.schema.js';

/** Entries carry the whole task, so a screen can apply them without asking again. */
export const taskEntries = [
  entryOf('task.created', Task),
  entryOf('task.changed', Task),
  entryOf('task.moved', Task),
  entryOf('task.completed', Task),
  entryOf('task.removed', Task),
  entryOf('task.restored', Task),
] as const;
