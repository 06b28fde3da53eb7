import * as z from 'zod';
import { OrganizationId, PersonId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Moment, requiredText } from '../kernel/value.js';
import { Accounts } from './operator.schema.js';

export const listAccounts = route({
  id: 'listAccounts',
  method: 'GET',
  path: '/operator/accounts',
  access: 'operator',
  summary: 'People, organizations and counts of this server.',
  input: z.object({}),
  output: Accounts,
  refusals: [],
});

export const suspendPerson = route({
  id: 'suspendPerson',
  method: 'POST',
  path: '/operator/people/:personId/suspension',
  access: 'operator',
  summary: 'Suspends a person and closes everything they have open.',
  input: z.object({ personId: PersonId, reason: requiredText(300) }),
  output: Accounts,
  refusals: ['session.confirm', 'operator.self'],
});

export const restorePerson = route({
  id: 'restorePerson',
  method: 'DELETE',
  path: '/operator/people/:personId/suspension',
  access: 'operator',
  summary: 'Lifts the suspension of a person.',
  input: z.object({ personId: PersonId }),
  output: Accounts,
  refusals: ['session.confirm'],
});

export const suspendOrganization = route({
  id: 'suspendOrganization',
  method: 'POST',
  path: '/operator/organizations/:organizationId/suspension',
  access: 'operator',
  summary: 'Suspends an organization and closes everything its people have open for it.',
  input: z.object({ organizationId: OrganizationId, reason: requiredText(300) }),
  output: Accounts,
  refusals: ['session.confirm'],
});

export const restoreOrganization = route({
  id: 'restoreOrganization',
  method: 'DELETE',
  path: '/operator/organizations/:organizationId/suspension',
  access: 'operator',
  summary: 'Lifts the suspension of an organization.',
  input: z.object({ organizationId: OrganizationId }),
  output: Accounts,
  refusals: ['session.confirm'],
});

export const operatorResetCode = route({
  id: 'operatorResetCode',
  method: 'POST',
  path: '/operator/people/:personId/reset-code',
  access: 'operator',
  summary: 'A one-hour code with which a person chooses a new password.',
  input: z.object({ personId: PersonId }),
  output: z.object({ code: z.string(), expiresAt: Moment }),
  refusals: ['session.confirm'],
});

export const operatorRoutes = {
  listAccounts,
  suspendPerson,
  restorePerson,
  suspendOrganization,
  restoreOrganization,
  operatorResetCode,
} as const;
