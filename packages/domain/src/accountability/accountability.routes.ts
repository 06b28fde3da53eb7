import * as z from 'zod';
import { PartnershipId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Locale } from '../kernel/value.js';
import { Dashboard, Period } from './accountability.schema.js';

export const readDashboard = route({
  id: 'readDashboard',
  method: 'GET',
  path: '/partnerships/:partnershipId/accountability',
  access: 'seat',
  summary: 'The accountability dashboard: on-time tasks, unowned work, goal progress, each with its facts.',
  input: z.object({ partnershipId: PartnershipId, period: Period.default('90') }),
  output: Dashboard,
  refusals: [],
});

export const exportDashboard = route({
  id: 'exportDashboard',
  method: 'GET',
  path: '/partnerships/:partnershipId/accountability/facts.csv',
  access: 'seat',
  summary: 'The facts behind the dashboard as CSV, safe against formula injection.',
  input: z.object({ partnershipId: PartnershipId, period: Period.default('90'), locale: Locale.default('id') }),
  output: z.string(),
  refusals: [],
  produces: 'text/csv',
  fileName: 'mufakat-accountability.csv',
});

export const accountabilityRoutes = { readDashboard, exportDashboard } as const;
