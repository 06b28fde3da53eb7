import { entryOf } from '../kernel/journal.js';
import { Charter } from './charter.schema.js';
import { Invitation, Member, Partner, Partnership } from './partnership.schema.js';

export const partnershipEntries = [
  entryOf('partnership.created', Partnership),
  entryOf('partnership.changed', Partnership),
  entryOf('charter.written', Charter),
  entryOf('charter.changed', Charter),
  entryOf('partner.joined', Partner),
  entryOf('partner.changed', Partner),
  entryOf('seat.taken', Member),
  entryOf('seat.changed', Member),
  entryOf('seat.removed', Member),
  entryOf('invitation.created', Invitation),
  entryOf('invitation.used', Invitation),
  entryOf('invitation.closed', Invitation),
] as const;
