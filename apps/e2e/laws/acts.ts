import {
  JournalEntry,
  type AgendaItemId,
  type CallInput,
  type CallOutput,
  type DocumentId,
  type EntryName,
  type GoalId,
  type InvitationId,
  type MeetingId,
  type MismatchId,
  type OrganizationId,
  type PartnershipId,
  type RouteId,
  type SeatId,
  type TargetId,
  type TaskId,
  type TextRestoreId,
  type TextVersionId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Firm, Running, Sitting } from '../../server/test/workspace.js';
import { agreementActs } from './agreement-acts.js';
import { interestActs } from './interest-acts.js';

/** Every name the contract knows. */
export const everyName: readonly EntryName[] = JournalEntry.options.map(({ shape }) => shape.name.value);

export type Act = { says: EntryName; does: () => Promise<unknown> };

/** Two firms at one table which was made through the routes alone, who serves it, and the operator of the server. */
export type Table = { ana: Sitting; budi: Sitting; ratna: Sitting; operator: Sitting };

const organization = (name: string) =>
  ({ id: newId() as OrganizationId, name, kind: 'sme', size: 'small', place: 'Jepara' }) as const;
const person = (name: string) =>
  ({ name, honorific: null, login: `${newId()}@contoh.id`, password: 'kursi jati empat kaki', locale: 'id' }) as const;

/** Founds a partnership and brings the second firm, as people would. */
export async function foundTable(workspace: Running): Promise<Table> {
  const [founder, guest, operator] = [await somebody(workspace), await somebody(workspace), await somebody(workspace)];
  await workspace.sql('update person set is_operator = true where id = $1', [operator.personId]);
  const id = newId() as PartnershipId;
  const ask = asker(workspace);
  await ask(founder, 'createPartnership', {
    id,
    name: 'Mebel Muria',
    type: 'cluster',
    purpose: 'Tumbuh bersama',
    zone: 'Asia/Jakarta',
    standing: 'full',
    organization: organization('CV Jati Lestari'),
  });
  const { link } = await ask(founder, 'createInvitation', invitationOf(id, 'organization'));
  const token = link.split('/').at(-1) ?? '';
  await ask(guest, 'acceptInvitation', { token, organization: organization('UD Ukir Barokah') });
  const [ana, budi] = [await sitting(workspace, founder, id), await sitting(workspace, guest, id)];
  const forum = await workspace.firm({ id, shared: ana.shared }, 'facilitator');
  return { ana, budi, ratna: await workspace.person(forum, 'facilitator', false), operator };
}

async function somebody(workspace: Running): Promise<Sitting> {
  return workspace.person(await workspace.firm(await workspace.partnership()));
}

async function sitting(workspace: Running, as: Sitting, partnershipId: PartnershipId): Promise<Sitting> {
  const directory = await asker(workspace)(as, 'readDirectory', { partnershipId });
  const me = directory.members.find(({ seatId }) => seatId === directory.mySeatId);
  const own = directory.partners.find(({ id }) => id === me?.partnerId);
  if (!me || !own) throw new Error('nobody sits here');
  const { shared, own: space } = directory.spaces;
  const firm: Firm = { partnershipId, partnerId: own.id, organizationId: own.organization.id, own: space, shared };
  return { ...firm, seatId: me.seatId, personId: me.personId, token: as.token };
}

/** Calls a route and answers what it gives; a refusal ends the test. */
export function asker(workspace: Running) {
  return async <Id extends RouteId>(
    as: { token: string } | null,
    id: Id,
    input: CallInput<Id>,
  ): Promise<CallOutput<Id>> => {
    const { status, body } = await workspace.call(as, id, input);
    if (status !== 200) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };
}

function invitationOf(partnershipId: PartnershipId, kind: 'organization' | 'colleague') {
  return {
    partnershipId,
    id: newId() as InvitationId,
    kind,
    organizationName: kind === 'organization' ? 'Firma baru' : '',
    standing: 'full',
    role: kind === 'organization' ? 'partner-admin' : 'member',
    isSignatory: false,
    maxUses: 2,
  } as const;
}

/** The ids under which things are made; known beforehand, so that a screen may look at them all. */
export const newSubjects = () => ({
  goalId: newId() as GoalId,
  taskId: newId() as TaskId,
  meetingId: newId() as MeetingId,
  documentId: newId() as DocumentId,
});
type Made = ReturnType<typeof newSubjects>;

/** At least one act of every kind, in an order in which each is allowed. */
export function actsAt(workspace: Running, table: Table, made: Made): Act[] {
  return [
    ...partnershipActs(workspace, table),
    ...seatActs(workspace, table),
    ...goalActs(workspace, table, made),
    ...agreementActs(workspace, table),
    ...interestActs(workspace, table, made.goalId),
    ...taskActs(workspace, table, made),
    ...meetingActs(workspace, table, made),
    ...textActs(workspace, table, made),
    ...proofActs(workspace, table),
  ];
}

const noLists = { exceptions: [], agendas: [], indicators: [], cautions: [], biggerDuties: [], stages: [] };
const charter = {
  ...({ decisionRule: 'consent', quorumPercent: 75, ...noLists } as const),
  roles: [{ name: 'Notulis', duty: 'Mencatat rapat' }],
  facilities: [{ name: 'Oven kayu', note: '12 m³' }],
};

function proofActs(workspace: Running, { budi }: Table): Act[] {
  const { partnershipId, shared: spaceId } = budi;
  const found = { sequence: 1, fault: 'seen', seen: '1'.repeat(64) } as const;
  const report = { partnershipId, spaceId, id: newId() as MismatchId, ...found };
  return [{ says: 'proof.mismatch-found', does: () => asker(workspace)(budi, 'reportMismatch', report) }];
}

function partnershipActs(workspace: Running, { ana, operator }: Table): Act[] {
  const ask = asker(workspace);
  const { partnershipId } = ana;
  const invite = invitationOf(partnershipId, 'organization');
  const again = invitationOf(partnershipId, 'organization');
  const third = organization('PT Rotan Nusantara');
  let token = '';
  return [
    {
      says: 'partnership.changed',
      does: () => ask(ana, 'changePartnership', { partnershipId, purpose: 'Ekspor bersama', version: 1 }),
    },
    {
      says: 'charter.changed',
      does: () => ask(ana, 'changeCharter', { ...charter, partnershipId, place: 'Jepara', version: 1 }),
    },
    {
      says: 'invitation.created',
      does: async () => (token = (await ask(ana, 'createInvitation', invite)).link.split('/').at(-1) ?? ''),
    },
    {
      says: 'partner.joined',
      does: () => ask(null, 'acceptInvitation', { token, person: person('Rina'), organization: third }),
    },
    {
      says: 'invitation.closed',
      does: async () => {
        const { invitation } = await ask(ana, 'createInvitation', again);
        await ask(ana, 'revokeInvitation', { partnershipId, invitationId: again.id, version: invitation.version });
      },
    },
    {
      says: 'partner.changed',
      does: () => ask(operator, 'suspendOrganization', { organizationId: third.id, reason: 'Diminta firmanya' }),
    },
    { says: 'partner.changed', does: () => ask(operator, 'restoreOrganization', { organizationId: third.id }) },
  ];
}

function seatActs(workspace: Running, { ana }: Table): Act[] {
  const ask = asker(workspace);
  const { partnershipId } = ana;
  const colleague = invitationOf(partnershipId, 'colleague');
  let seatId = '' as SeatId;
  return [
    {
      says: 'seat.taken',
      does: async () => {
        const token = (await ask(ana, 'createInvitation', colleague)).link.split('/').at(-1) ?? '';
        await ask(null, 'acceptInvitation', { token, person: person('Dewi') });
        const { members } = await ask(ana, 'readDirectory', { partnershipId });
        seatId = members.find(({ name }) => name === 'Dewi')?.seatId ?? seatId;
      },
    },
    { says: 'invitation.used', does: () => ask(ana, 'listInvitations', { partnershipId }) },
    {
      says: 'seat.changed',
      does: () => ask(ana, 'changeSeat', { partnershipId, seatId, role: 'partner-admin', version: 1 }),
    },
    {
      says: 'seat.changed',
      does: async () => {
        const { person: me } = await ask(ana, 'readMe', {});
        await ask(ana, 'changeMe', { name: 'Ana Wijaya', version: me.version });
      },
    },
    { says: 'seat.removed', does: () => ask(ana, 'removeSeat', { partnershipId, seatId, version: 2 }) },
  ];
}

function goalActs(workspace: Running, { ana, budi }: Table, { goalId, documentId }: Made): Act[] {
  const ask = asker(workspace);
  const { partnershipId, seatId } = ana;
  const at = { partnershipId, goalId };
  const targetId = newId() as TargetId;
  const dates = { startsOn: null, endsOn: null };
  const goal = { partnershipId, id: goalId, documentId, title: 'Ekspor kursi', ...dates };
  const measure = { direction: 'up', baseline: '0', target: '1200', lowerBound: null, weight: 1 } as const;
  const target = { label: 'Kursi siap kirim', unit: 'kursi', dueOn: null, measurerId: null, splits: [], ...measure };
  return [
    { says: 'goal.created', does: () => ask(ana, 'createGoal', { ...goal, benefit: null, rank: 'a0', locale: 'id' }) },
    { says: 'goal.changed', does: () => ask(budi, 'changeGoal', { ...at, championId: seatId, version: 1 }) },
    { says: 'goal.moved', does: () => ask(ana, 'moveGoal', { ...at, state: 'draft', rank: 'a1', version: 2 }) },
    { says: 'goal.target-added', does: () => ask(ana, 'addTarget', { ...at, targetId, ...target, version: 3 }) },
    {
      says: 'goal.target-changed',
      does: () => ask(budi, 'changeTarget', { ...at, targetId, ...target, target: '1500.5', version: 4 }),
    },
    {
      says: 'goal.target-reported',
      does: () => ask(ana, 'reportTarget', { ...at, targetId, current: '5.2', version: 5 }),
    },
    { says: 'goal.target-removed', does: () => ask(ana, 'removeTarget', { ...at, targetId, version: 6 }) },
    { says: 'goal.archived', does: () => ask(ana, 'archiveGoal', { ...at, version: 7 }) },
    { says: 'goal.restored', does: () => ask(ana, 'restoreGoal', { ...at, version: 8 }) },
  ];
}

function taskActs(workspace: Running, { ana, budi }: Table, { taskId }: Made): Act[] {
  const ask = asker(workspace);
  const { partnershipId, partnerId, seatId: assigneeId } = ana;
  const at = { partnershipId, taskId };
  const nothing = { note: '', goalId: null, origin: null, dueOn: null };
  const task = { partnershipId, title: 'Kirim rangka', partnerId, assigneeId, rank: 'a0', ...nothing };
  return [
    { says: 'task.created', does: () => ask(budi, 'createTask', { ...task, id: taskId, isPrivate: false }) },
    {
      says: 'task.created',
      does: () => ask(ana, 'createTask', { ...task, id: newId() as TaskId, isPrivate: true }),
    },
    { says: 'task.changed', does: () => ask(ana, 'changeTask', { ...at, dueOn: '2026-12-01', version: 1 }) },
    {
      says: 'task.moved',
      does: () => ask(ana, 'moveTask', { ...at, state: 'waiting', waitingFor: 'kabar', version: 2 }),
    },
    {
      says: 'task.completed',
      does: async () => {
        const { version } = await ask(ana, 'moveTask', { ...at, state: 'doing', version: 3 });
        await ask(ana, 'moveTask', { ...at, state: 'done', version });
      },
    },
    { says: 'task.removed', does: () => ask(ana, 'removeTask', { ...at, version: 5 }) },
    { says: 'task.restored', does: () => ask(ana, 'restoreTask', { ...at, version: 6 }) },
  ];
}

function meetingActs(workspace: Running, { ana, budi }: Table, { meetingId }: Made): Act[] {
  const ask = asker(workspace);
  const { partnershipId, seatId } = ana;
  const at = { partnershipId, meetingId };
  const agendaItemId = newId() as AgendaItemId;
  const times = { startsAt: '2026-11-25T02:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z' };
  const item = { title: 'Harga rotan', kind: 'discussion', minutes: 15, presenterId: null, rank: 'a0' } as const;
  const meeting = { partnershipId, id: meetingId, documentId: newId() as DocumentId, title: 'Rapat bulanan', ...times };
  return [
    {
      says: 'meeting.scheduled',
      does: () => ask(ana, 'scheduleMeeting', { ...meeting, place: 'Balai', url: '', locale: 'id' }),
    },
    { says: 'meeting.changed', does: () => ask(budi, 'changeMeeting', { ...at, chairId: seatId, version: 1 }) },
    {
      says: 'meeting.agenda-changed',
      does: () => ask(ana, 'addAgendaItem', { ...at, agendaItemId, ...item, version: 2 }),
    },
    { says: 'meeting.agenda-changed', does: () => ask(ana, 'removeAgendaItem', { ...at, agendaItemId, version: 3 }) },
    {
      says: 'meeting.attendance-changed',
      does: () => ask(budi, 'setAttendance', { ...at, seatId, status: 'present' }),
    },
    { says: 'meeting.moved', does: () => ask(ana, 'moveMeeting', { ...at, state: 'running', version: 5 }) },
  ];
}

function textActs(workspace: Running, { ana, budi }: Table, { documentId }: Made): Act[] {
  const ask = asker(workspace);
  const versionId = newId() as TextVersionId;
  const version = { documentId, id: versionId, name: 'Sebelum rapat', versionId: null };
  const again = { documentId, versionId, id: newId() as TextRestoreId };
  return [
    { says: 'text.version-named', does: () => ask(ana, 'nameTextVersion', version) },
    { says: 'text.restored', does: () => ask(budi, 'restoreTextVersion', again) },
  ];
}
