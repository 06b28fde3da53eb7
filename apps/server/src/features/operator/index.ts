/** What the commands at the machine call of the operator's page. */
export { runAdmin } from './admin-command.js';
