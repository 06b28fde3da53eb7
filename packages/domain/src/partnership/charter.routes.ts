import * as z from 'zod';
import { PartnershipId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Version } from '../kernel/value.js';
import { Charter, CharterFields } from './charter.schema.js';

const charter = '/partnerships/:partnershipId/charter' as const;

export const readCharter = route({
  id: 'readCharter',
  method: 'GET',
  path: charter,
  access: 'seat',
  summary: 'How the partners work: roles, decision rule, agendas, indicators, and what their type of partnership asks.',
  input: z.object({ partnershipId: PartnershipId }),
  output: Charter,
  refusals: [],
});

export const changeCharter = route({
  id: 'changeCharter',
  method: 'PUT',
  path: charter,
  access: 'seat',
  summary: 'Writes down anew how the partners work.',
  input: CharterFields.extend({ partnershipId: PartnershipId, version: Version }),
  output: Charter,
  refusals: [
    'version.stale',
    'seat.role-needed',
    'charter.stages-missing',
    'charter.duties-missing',
    'charter.place-missing',
  ],
});

export const charterRoutes = { readCharter, changeCharter } as const;
