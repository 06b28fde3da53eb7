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

/** Lists are told by their names, one after the other. */
const charterOf = (charter: Charter, { words }: Saying): Told[] => {
  const listed = (names: readonly string[]) => orNone(names.join(', '));
  return [
    [words.fields.decisionRule, words.decisionRules[charter.decisionRule]],
    [words.fields.quorum, `${charter.quorumPercent}%`],
    [
      words.fields.exceptions,
      listed(charter.exceptions.map(({ about, rule }) => `${about} (${words.decisionRules[rule]})`)),
    ],
    [words.fields.roles, listed(charter.roles.map(({ name, duty }) => `${name} (${duty})`))],
    [words.fields.biggerDuties, listed(charter.biggerDuties)],
    [words.fields.stages, listed(charter.stages.map(({ name }) => name))],
    [words.fields.place, orNone(charter.place)],
    [words.fields.facilities, listed(charter.facilities.map(({ name }) => name))],
    [words.fields.agendas, listed(charter.agendas.map(({ title }) => title))],
    [words.fields.indicators, listed(charter.indicators.map(({ label }) => label))],
    [words.fields.cautions, listed(charter.cautions)],
  ];
};

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
