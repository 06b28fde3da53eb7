/** What a browser may load at run time: rules and the table of routes, without the schema library. */
export type { Refusal } from './kernel/refusals.js';
export * from './kernel/seat.js';
export * from './partnership/partnership.rules.js';
export * from './partnership/charter.rules.js';
export * from './partnership/partner-order.rules.js';
export * from './goal/goal.rules.js';
export * from './goal/agreement.rules.js';
export * from './goal/difference.rules.js';
export * from './goal/check-in.rules.js';
export * from './interest/interest.rules.js';
export * from './task/task.rules.js';
export * from './meeting/meeting.rules.js';
export * from './accountability/accountability.rules.js';
export * from './wire.generated.js';
