import type { Member, Partner, Partnership } from '@mufakat/domain';
import { difference, orNone, type Told } from './difference';
import type { Saying, Teller } from './tell-change';

/** Who belongs to the partnership, and as what. */
export const tellPartnership: Teller<'partnership'> & Teller<'partner'> & Teller<'seat'> & Teller<'invitation'> = {
  'partnership.created': ({ name }, _, { words }) => ({ did: words.partnership.created(name) }),
  'partnership.changed': (partnership, before, saying) => ({
    did: saying.words.partnership.changed(partnership.name),
    details: difference(before && partnershipOf(before, saying), partnershipOf(partnership, saying), saying),
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
