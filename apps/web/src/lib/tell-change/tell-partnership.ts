import type { Charter, Member, Partner, Partnership } from '@mufakat/domain';
import { difference, orNone, type Told } from './difference';
import type { Saying, Teller } from './tell-change';

/** Who belongs to the partnership, and as what. */
export const tellPartnership: Teller<'partnership'> &
  Teller<'charter'> &
  Teller<'partner'> &
  Teller<'seat'> &
  Teller<'invitation'> = {
  'partnership.created': ({ name }, _, { words }) => ({ did: words.partnership.created(name) }),
  'partnership.changed': (partnership, before, saying) => ({
    did: saying.words.partnership.changed(partnership.name),
    details: difference(before && partnershipOf(before, saying), partnershipOf(partnership, saying), saying),
  }),
  'charter.written': (_data, _, { words }) => ({ did: words.partnership.charterWritten }),
  'charter.changed': (charter, before, saying) => ({
    did: saying.words.partnership.charterChanged,
    details: difference(before && charterOf(before, saying), charterOf(charter, saying), saying),
  }),
  'partner.joined': ({ organization }, _, { words }) => ({ did: words.partnership.joined(organization.name) }),
  'partner.changed': (partner, before, saying) => ({
    did:
      partner.leftAt && !before?.leftAt
        ? saying.words.partnership.partnerLeft(partner.organization.name)
        : saying.words.partnership.partnerChanged(partner.organization.name),
    details: difference(before && partnerOf(before, saying), partnerOf(partner, saying), saying),
  }),
  'seat.taken': ({ name }, _, { words }) => ({ did: words.partnership.seatTaken(name) }),
  'seat.changed': (member, before, saying) => ({
    did: saying.words.partnership.seatChanged(member.name),
    details: difference(before && memberOf(before, saying), memberOf(member, saying), saying),
  }),
  'seat.removed': ({ name }, _, { words }) => ({ did: words.partnership.seatRemoved(name) }),
  'invitation.created': ({ organizationName, partnerId }, _, { words }) => ({
    did:
      partnerId || organizationName === ''
        ? words.partnership.invitedColleague
        : words.partnership.invited(organizationName),
  }),
  'invitation.used': (_data, _, { words }) => ({ did: words.partnership.invitationUsed }),
  'invitation.closed': (_data, _, { words }) => ({ did: words.partnership.invitationClosed }),
};

const partnershipOf = ({ name, purpose }: Partnership, { words }: Saying): Told[] => [
  [words.fields.name, name],
  [words.fields.purpose, orNone(purpose)],
];

const lists = [
  'exceptions',
  'roles',
  'biggerDuties',
  'stages',
  'facilities',
  'agendas',
  'indicators',
  'cautions',
] as const;
type Row = string | { [Key in 'name' | 'title' | 'label' | 'about']?: string };
const nameOf = (row: Row) => (typeof row === 'string' ? row : (row.name ?? row.title ?? row.label ?? row.about ?? ''));

/** Lists are told by the names of their rows. */
const charterOf = (charter: Charter, { words }: Saying): Told[] => [
  [words.fields.decisionRule, words.decisionRules[charter.decisionRule]],
  [words.fields.quorum, `${charter.quorumPercent}%`],
  [words.fields.place, orNone(charter.place)],
  ...lists.map((list): Told => [words.fields[list], orNone(charter[list].map(nameOf).join(', '))]),
];

const partnerOf = ({ organization, standing }: Partner, { words }: Saying): Told[] => [
  [words.fields.name, organization.name],
  [words.fields.place, orNone(organization.place)],
  [words.fields.standing, words.standings[standing]],
];

const memberOf = ({ name, role, isSignatory }: Member, { words }: Saying): Told[] => [
  [words.fields.name, name],
  [words.fields.role, words.roles[role]],
  [words.fields.isSignatory, isSignatory ? words.yes : words.no],
];
