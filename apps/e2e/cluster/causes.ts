import type { SessionId } from '@mufakat/domain';
import { Passwords } from '../../server/src/platform/access/password.js';
import type { Running, Sitting } from '../../server/test/workspace.js';

/** Whoever loses a right, and those who can take it away. */
export type Cast = {
  /** An admin of the same firm. */
  admin: Sitting;
  operator: Sitting;
  victim: Sitting;
  /** The victim on another device. */
  elsewhere: { token: string };
};

/** `closes`: whether open documents are closed at once; the line of the journal is ended in any case. */
export type Cause = { name: string; closes: boolean; strike(at: Running, cast: Cast): Promise<void> } & Aftermath;
/** The codes a document may be closed with, at once and when its client comes back, and what is still allowed. */
type Aftermath = { codes: readonly (readonly number[])[]; followsAgain: boolean; isKept: boolean };

/** The person has to sign in again, and then may do what was allowed before. */
const signedOut = { closes: true, codes: [[4401], [4401]], followsAgain: false, isKept: false };
/** Nothing of the partnership exists for the person any more. */
const closed = { closes: true, codes: [[4403], [4401, 4404]], followsAgain: false, isKept: false };
/** Reading goes on, and the first word written is refused. */
const readOnly = { closes: false, codes: [[4403]], followsAgain: true, isKept: false };
/** What the person had open is asked again, and nothing that is needed has gone. */
const goesOn = { closes: false, codes: [], followsAgain: true, isKept: true };

export const password = 'kursi jati empat kaki';

/** Every way to lose a right while something is open. */
export const causes: readonly Cause[] = [
  {
    name: 'the seat is removed',
    ...closed,
    strike: async (at, { admin, victim: { partnershipId, seatId } }) =>
      done(await at.call(admin, 'removeSeat', { partnershipId, seatId, version: 1 })),
  },
  {
    name: 'the role is lowered to member',
    ...goesOn,
    strike: async (at, { admin, victim: { partnershipId, seatId } }) =>
      done(await at.call(admin, 'changeSeat', { partnershipId, seatId, role: 'member', version: 1 })),
  },
  {
    name: 'the role is lowered to observer',
    ...readOnly,
    // No route makes a member an observer yet; whatever will has to say so in the same words.
    strike: async (at, { victim: { seatId, personId } }) => {
      await at.sql(
        `with lowered as (update seat set role = 'observer' where id = $1)
         select pg_notify('mufakat_access', $2)`,
        [seatId, JSON.stringify({ kind: 'seat', seatId, personId })],
      );
    },
  },
  {
    name: 'the session is ended',
    ...signedOut,
    strike: async (at, { elsewhere }) => {
      const { body } = await at.call(elsewhere, 'listSessions', {});
      const other = body.find(({ isThisOne }) => !isThisOne)?.id ?? ('' as SessionId);
      done(await at.call(elsewhere, 'endSession', { sessionId: other }));
    },
  },
  {
    name: 'all other sessions are ended',
    ...signedOut,
    strike: async (at, { elsewhere }) => done(await at.call(elsewhere, 'endOtherSessions', {})),
  },
  {
    name: 'the password is changed',
    ...signedOut,
    strike: async (at, { elsewhere }) =>
      done(await at.call(elsewhere, 'changePassword', { current: password, next: 'meja kayu trembesi tua' })),
  },
  {
    name: 'the person is suspended',
    ...closed,
    strike: async (at, { operator, victim: { personId } }) =>
      done(await at.call(operator, 'suspendPerson', { personId, reason: 'Perangkat hilang' })),
  },
  {
    name: 'the firm is suspended',
    ...closed,
    strike: async (at, { operator, victim: { organizationId } }) =>
      done(await at.call(operator, 'suspendOrganization', { organizationId, reason: 'Diminta firmanya' })),
  },
];

/** Ways for which there is no route yet. Each belongs into the table the day it is built. */
export const missing = ['a firm leaves the partnership', 'the partnership is closed'] as const;

/** Seats a fresh cast, so that each stroke meets people who still have every right. */
export async function seatCast(at: Running): Promise<Cast> {
  const firm = await at.firm(await at.partnership());
  const [admin, victim] = [await at.person(firm), await at.person(firm)];
  const operator = await at.person(await at.firm(await at.partnership()));
  await at.sql('update person set is_operator = true where id = $1', [operator.personId]);
  await at.sql('update person set password_hash = $2 where id = $1', [victim.personId, await hashed()]);
  return { admin, operator, victim, elsewhere: { token: await at.signIn(victim.personId) } };
}

let hash: Promise<string> | undefined;
const hashed = () => (hash ??= new Passwords().hash(password));

function done({ status, body }: { status: number; body: unknown }): void {
  if (status !== 200) throw new Error(`it was answered ${status}: ${JSON.stringify(body)}`);
}
