import { randomBytes } from 'node:crypto';
import type { NewOrganization, OrganizationId, PartnershipStart } from '@mufakat/domain';
import { starters } from '@mufakat/domain/starters';
import { v7 as newId } from 'uuid';
import { PersonMaking } from '../features/account/index.js';
import { PartnershipFounding } from '../features/partnership/index.js';
import { InvitationService } from '../features/partnership/invitation.service.js';
import { JoiningService } from '../features/partnership/joining.service.js';
import { PartnershipService } from '../features/partnership/partnership.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { SampleFirm, SamplePerson } from './sample.js';
import { nobody, workingHour, type Scene, type Stage } from './stage.js';

/** Who was there before: the founder of one table may bring herself and her organization to the next. */
export type Known = { organizations: Map<string, OrganizationId>; stages: Stage[] };

/** How a table came together: founded by one, joined by the others through invitations. */
export function seatingScenes(stage: Stage, known: Known): Scene[] {
  const { calendar, table } = stage;
  const others = Object.keys(table.people).filter((key) => key !== table.founder);
  return [
    { at: calendar.moment(table.founded, '09.00'), play: () => found(stage, known) },
    ...others.map((key, index) => ({
      at: calendar.moment(personOf(stage, key).joined, workingHour(index)),
      play: () => join(stage, known, key),
    })),
  ];
}

async function found(stage: Stage, known: Known): Promise<void> {
  const { app, table, calendar, partnershipId: id } = stage;
  const { founder } = table;
  const person = personOf(stage, founder);
  const partnership = { id, ...table.partnership };
  const organization = newOrganization(stage, known, person.firm);
  const standing = firmOf(stage, person.firm).standing === 'facilitator' ? 'facilitator' : 'full';
  const start = startOf(stage);
  const before = known.stages.find(({ people }) => people.has(founder));
  const personId = before?.people.get(founder);
  if (before && personId) {
    const input = { ...partnership, organization, standing, start } as const;
    await before.signedIn(founder, (session) => app.get(PartnershipService).create(session, input));
    return stage.sit(founder, personId);
  }
  const made = await app.get(UnitOfWork).asSystem(async (db, record) => {
    const madeId = await app.get(PersonMaking).make(db, record, { ...newPerson(person), isOperator: true });
    const now = calendar.moment(table.founded, '09.00');
    await app
      .get(PartnershipFounding)
      .found(db, record, { personId: madeId, now, partnership, organization, standing, start });
    return madeId;
  });
  await stage.sit(founder, made);
}

/** How the table works, from the starter of its type; its people have written goals of their own. */
function startOf({ table }: Stage): PartnershipStart {
  const { charter } = starters.id[table.partnership.type];
  const { place, facilities } = table.cluster ?? { place: '', facilities: [] };
  return { locale: 'id', hasReadPriceTalk: true, charter: { ...charter, stages: [], place, facilities }, goals: [] };
}

/** Whoever comes first brings the firm and is invited by the founder; colleagues are invited by that one. */
async function join(stage: Stage, known: Known, key: string): Promise<void> {
  const { app, table, partnershipId } = stage;
  const person = personOf(stage, key);
  const isFirst = hostOf(stage, person.firm) === key;
  const host = isFirst ? table.founder : hostOf(stage, person.firm);
  const firm = firmOf(stage, person.firm);
  const { link } = await stage.signedIn(host, (session) =>
    app.get(InvitationService).create(stage.seat(host), session, {
      partnershipId,
      id: newId() as never,
      kind: isFirst ? 'organization' : 'colleague',
      organizationName: firm.name,
      standing: firm.standing,
      role: person.isAdmin ? 'partner-admin' : 'member',
      isSignatory: person.isSignatory ?? false,
      maxUses: 1,
    }),
  );
  const { me } = await app.get(JoiningService).accept(
    {
      token: link.split('/').at(-1) ?? '',
      person: newPerson(person),
      ...(isFirst && { organization: newOrganization(stage, known, person.firm) }),
    },
    { ...nobody, device: person.device },
  );
  await stage.sit(key, me.person.id);
}

/** The first person of the firm at this table. */
function hostOf({ table }: Stage, firm: string): string {
  return Object.keys(table.people).find((key) => table.people[key]?.firm === firm) ?? table.founder;
}

/** Nobody knows the password: the demo signs everybody in with one tap. */
function newPerson({ name, honorific, login, locale = 'id' }: SamplePerson) {
  return { name, honorific, login, locale, password: randomBytes(24).toString('base64url') };
}

function newOrganization(stage: Stage, known: Known, key: string): NewOrganization {
  const { standing: _, ...firm } = firmOf(stage, key);
  const id = known.organizations.get(key) ?? (newId() as OrganizationId);
  known.organizations.set(key, id);
  return { id, ...firm };
}

function personOf({ table }: Stage, key: string): SamplePerson {
  const person = table.people[key];
  if (!person) throw new Error(`the sample knows nobody called ${key}`);
  return person;
}

function firmOf({ table }: Stage, key: string): SampleFirm {
  const firm = table.firms[key];
  if (!firm) throw new Error(`the sample knows no firm called ${key}`);
  return firm;
}
