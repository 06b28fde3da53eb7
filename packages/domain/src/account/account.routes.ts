import * as z from 'zod';
import { OrganizationId, PartnershipId, PersonId, SessionId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Locale, Moment, requiredText, Version, Zone } from '../kernel/value.js';
import { PartnershipStart } from '../partnership/charter.schema.js';
import { startRefusals } from '../partnership/partnership.routes.js';
import { NewOrganization, PartnershipType } from '../partnership/partnership.schema.js';
import { freeText } from '../kernel/value.js';
import { About, DemoPerson, Honorific, Login, Me, Password, Session, TextSize, Theme } from './account.schema.js';

const nothing = z.object({});

export const about = route({
  id: 'about',
  method: 'GET',
  path: '/about',
  access: 'public',
  summary: 'What the sign-in page must know: set-up state, demo mode, mail.',
  input: nothing,
  output: About,
  refusals: [],
});

export const setUp = route({
  id: 'setUp',
  method: 'POST',
  path: '/setup',
  access: 'public',
  summary: 'Creates the first person, organization and partnership with the one-time setup code.',
  input: z.object({
    code: z.string().trim().min(1).max(64),
    name: requiredText(80),
    honorific: Honorific.nullable(),
    login: Login,
    password: Password,
    locale: Locale,
    organization: NewOrganization,
    partnership: z.object({
      id: PartnershipId,
      name: requiredText(120),
      type: PartnershipType,
      purpose: freeText(1000),
      zone: Zone,
      standing: z.enum(['full', 'facilitator']),
      start: PartnershipStart.optional(),
    }),
  }),
  output: Me,
  refusals: [
    'setup.closed',
    'setup.refused',
    'session.too-many',
    'password.common',
    'login.taken',
    'id.taken',
    ...startRefusals,
  ],
});

export const signIn = route({
  id: 'signIn',
  method: 'POST',
  path: '/session',
  access: 'public',
  summary: 'Signs in with e-mail or phone number and password; sets the session cookie.',
  input: z.object({ login: Login, password: z.string().min(1).max(128) }),
  output: Me,
  refusals: ['session.refused', 'session.too-many', 'seat.suspended'],
});

export const signOut = route({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  access: 'session',
  summary: 'Ends this session and closes what it has open.',
  input: nothing,
  output: nothing,
  refusals: [],
});

export const confirmPassword = route({
  id: 'confirmPassword',
  method: 'POST',
  path: '/session/confirmation',
  access: 'session',
  summary: 'Confirms the password again for binding acts; lasts 12 hours.',
  input: z.object({ password: z.string().min(1).max(128) }),
  output: nothing,
  refusals: ['session.refused', 'session.too-many'],
});

export const readMe = route({
  id: 'readMe',
  method: 'GET',
  path: '/me',
  access: 'session',
  summary: 'The signed-in person, with every seat.',
  input: nothing,
  output: Me,
  refusals: [],
});

export const changeMe = route({
  id: 'changeMe',
  method: 'PATCH',
  path: '/me',
  access: 'session',
  summary: 'Changes name, address, language, theme, text size, shortcuts.',
  input: z.object({
    name: requiredText(80).optional(),
    honorific: Honorific.nullable().optional(),
    locale: Locale.optional(),
    theme: Theme.optional(),
    textSize: TextSize.optional(),
    shortcuts: z.boolean().optional(),
    version: Version,
  }),
  output: Me,
  refusals: ['version.stale'],
});

export const changePassword = route({
  id: 'changePassword',
  method: 'POST',
  path: '/me/password',
  access: 'session',
  summary: 'Changes the password and ends every other session.',
  input: z.object({ current: z.string().min(1).max(128), next: Password }),
  output: nothing,
  refusals: ['session.refused', 'session.too-many', 'password.common'],
});

export const listSessions = route({
  id: 'listSessions',
  method: 'GET',
  path: '/me/sessions',
  access: 'session',
  summary: 'Where the person is signed in.',
  input: nothing,
  output: z.array(Session),
  refusals: [],
});

export const endSession = route({
  id: 'endSession',
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  access: 'session',
  summary: 'Signs one device out.',
  input: z.object({ sessionId: SessionId }),
  output: z.array(Session),
  refusals: ['not-found'],
});

export const endOtherSessions = route({
  id: 'endOtherSessions',
  method: 'POST',
  path: '/me/sessions/end-others',
  access: 'session',
  summary: 'Signs every other device out.',
  input: nothing,
  output: z.array(Session),
  refusals: [],
});

export const issueResetCode = route({
  id: 'issueResetCode',
  method: 'POST',
  path: '/organizations/:organizationId/people/:personId/reset-code',
  access: 'session',
  summary: "A one-hour code with which a colleague of the admin's own organization can choose a new password.",
  input: z.object({ organizationId: OrganizationId, personId: PersonId }),
  output: z.object({ code: z.string(), expiresAt: Moment }),
  refusals: ['not-found', 'session.confirm', 'seat.role-needed'],
});

export const requestResetMail = route({
  id: 'requestResetMail',
  method: 'POST',
  path: '/password-reset/mail',
  access: 'public',
  summary: 'Sends a one-hour code by mail; answers the same whether the account exists or not.',
  input: z.object({ login: Login }),
  output: nothing,
  refusals: ['not-found', 'session.too-many'],
});

export const resetPassword = route({
  id: 'resetPassword',
  method: 'POST',
  path: '/password-reset',
  access: 'public',
  summary: 'Chooses a new password with a one-hour code; ends every session.',
  input: z.object({ login: Login, code: z.string().trim().min(4).max(64), next: Password }),
  output: nothing,
  refusals: ['reset.refused', 'session.too-many', 'password.common'],
});

export const listDemoPeople = route({
  id: 'listDemoPeople',
  method: 'GET',
  path: '/demo/people',
  access: 'public',
  summary: 'The sample people of the demo; not found anywhere else.',
  input: nothing,
  output: z.array(DemoPerson),
  refusals: ['not-found'],
});

export const signInAsDemoPerson = route({
  id: 'signInAsDemoPerson',
  method: 'POST',
  path: '/demo/session',
  access: 'public',
  summary: 'Signs in as a sample person of the demo; not found anywhere else.',
  input: z.object({ personId: PersonId }),
  output: Me,
  refusals: ['not-found'],
});

export const accountRoutes = {
  about,
  setUp,
  signIn,
  signOut,
  confirmPassword,
  readMe,
  changeMe,
  changePassword,
  listSessions,
  endSession,
  endOtherSessions,
  issueResetCode,
  requestResetMail,
  resetPassword,
  listDemoPeople,
  signInAsDemoPerson,
} as const;
