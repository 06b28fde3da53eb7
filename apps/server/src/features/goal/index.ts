/** What other features may call of goals. */
export { GoalDrafting } from './goal-drafting.js';
export { GoalModule } from './goal.module.js';
