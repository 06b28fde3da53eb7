import * as z from 'zod';
import { OrganizationId, PersonId, SessionId } from '../kernel/id.js';
import { freeText, Moment } from '../kernel/value.js';

const entry = <Name extends string, Data extends z.ZodType>(name: Name, data: Data) =>
  z.object({ name: z.literal(name), data, sequence: z.int().positive(), by: PersonId.nullable(), at: Moment });

const aPerson = z.object({ personId: PersonId });
const aSession = z.object({ personId: PersonId, sessionId: SessionId });

/** What happens on the server itself rather than in a space. Nobody's screen follows these. */
export const serverEntries = [
  entry('server.set-up', aPerson),
  entry('session.started', aSession),
  entry('session.refused', z.object({ personId: PersonId.nullable() })),
  entry(
    'session.ended',
    aSession.extend({
      reason: z.enum(['signed-out', 'ended-elsewhere', 'password-changed', 'password-reset', 'suspended']),
    }),
  ),
  entry('person.joined', aPerson.extend({ name: freeText(80) })),
  entry('password.changed', aPerson),
  entry('reset-code.issued', aPerson.extend({ channel: z.enum(['admin', 'mail', 'operator']) })),
  entry('person.suspended', aPerson.extend({ reason: freeText(300) })),
  entry('person.restored', aPerson),
  entry('organization.suspended', z.object({ organizationId: OrganizationId, reason: freeText(300) })),
  entry('organization.restored', z.object({ organizationId: OrganizationId })),
] as const;

export const ServerEntry = z.discriminatedUnion('name', serverEntries);
export type ServerEntry = z.infer<typeof ServerEntry>;
