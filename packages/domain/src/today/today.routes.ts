import * as z from 'zod';
import { PartnershipId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Today } from './today.schema.js';

export const readToday = route({
  id: 'readToday',
  method: 'GET',
  path: '/partnerships/:partnershipId/today',
  access: 'seat',
  summary: 'What needs the person, in order of consequence, and what changed since the last visit.',
  input: z.object({ partnershipId: PartnershipId }),
  output: Today,
  refusals: [],
});

export const recordVisit = route({
  id: 'recordVisit',
  method: 'POST',
  path: '/partnerships/:partnershipId/visits',
  access: 'seat',
  summary: 'Says that the person has seen what changed; the next visit counts from here.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.object({}),
  refusals: [],
});

export const todayRoutes = { readToday, recordVisit } as const;
