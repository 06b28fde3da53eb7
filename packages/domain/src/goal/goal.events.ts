import { entryOf } from '../kernel/journal.js';
import { Goal } from './goal.schema.js';
import { RefusedSignOff } from './revision.schema.js';

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
  entryOf('goal.obligation-added', Goal),
  entryOf('goal.obligation-changed', Goal),
  entryOf('goal.obligation-removed', Goal),
  /** The live draft began, or ceased, to say something else than what binds or lies on the table. */
  entryOf('goal.draft-differs', Goal),
  entryOf('goal.proposed', Goal),
  /** That the goal ends is on the table. */
  entryOf('goal.ending-proposed', Goal),
  entryOf('goal.proposal-withdrawn', Goal),
  /** A firm that had to sign has left or was suspended. */
  entryOf('goal.proposal-void', Goal),
  entryOf('goal.signed', Goal),
  entryOf('goal.objected', Goal),
  entryOf('goal.sign-off-withdrawn', Goal),
  entryOf('goal.sign-off-recorded', Goal),
  entryOf('goal.sign-off-confirmed', Goal),
  entryOf('goal.sign-off-denied', Goal),
  entryOf('goal.sign-off-lapsed', Goal),
  /** The last firm has agreed: the revision is in force. */
  entryOf('goal.agreed', Goal),
  /** The last firm has agreed that it ends. */
  entryOf('goal.ended', Goal),
  entryOf('goal.checked-in', Goal),
  entryOf('goal.check-in-acknowledged', Goal),
  entryOf('sign-off.refused', RefusedSignOff),
] as const;
