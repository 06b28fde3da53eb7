import { accountRoutes } from './account/account.routes.js';
import { accountabilityRoutes } from './accountability/accountability.routes.js';
import { apiDocsRoutes } from './api-docs/api-docs.routes.js';
import { documentRoutes } from './document/document.routes.js';
import { agreementRoutes } from './goal/agreement.routes.js';
import { checkInRoutes } from './goal/check-in.routes.js';
import { goalRoutes } from './goal/goal.routes.js';
import { historyRoutes } from './history/history.routes.js';
import { interestRoutes } from './interest/interest.routes.js';
import type { InputOf, OutputOf } from './kernel/route.js';
import { meetingRoutes } from './meeting/meeting.routes.js';
import { notificationRoutes } from './notification/notification.routes.js';
import { operatorRoutes } from './operator/operator.routes.js';
import { charterRoutes } from './partnership/charter.routes.js';
import { partnershipRoutes } from './partnership/partnership.routes.js';
import { proofRoutes } from './proof/proof.routes.js';
import { taskRoutes } from './task/task.routes.js';
import { textVersionRoutes } from './text-version/text-version.routes.js';
import { todayRoutes } from './today/today.routes.js';

/** Named part by part, because written out the types of all routes are longer than a compiler will write. */
export type Routes = typeof accountRoutes &
  typeof partnershipRoutes &
  typeof charterRoutes &
  typeof goalRoutes &
  typeof agreementRoutes &
  typeof checkInRoutes &
  typeof interestRoutes &
  typeof taskRoutes &
  typeof meetingRoutes &
  typeof documentRoutes &
  typeof textVersionRoutes &
  typeof accountabilityRoutes &
  typeof historyRoutes &
  typeof proofRoutes &
  typeof notificationRoutes &
  typeof todayRoutes &
  typeof operatorRoutes &
  typeof apiDocsRoutes;

/** Every call of the product by its id: the server mounts them, the client calls them, the API page lists them. */
export const routes: Routes = {
  ...accountRoutes,
  ...partnershipRoutes,
  ...charterRoutes,
  ...goalRoutes,
  ...agreementRoutes,
  ...checkInRoutes,
  ...interestRoutes,
  ...taskRoutes,
  ...meetingRoutes,
  ...documentRoutes,
  ...textVersionRoutes,
  ...accountabilityRoutes,
  ...historyRoutes,
  ...proofRoutes,
  ...notificationRoutes,
  ...todayRoutes,
  ...operatorRoutes,
  ...apiDocsRoutes,
};

export type RouteId = keyof Routes;
export type CallInput<Id extends RouteId> = InputOf<Routes[Id]>;
export type CallOutput<Id extends RouteId> = OutputOf<Routes[Id]>;
