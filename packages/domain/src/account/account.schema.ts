import * as z from 'zod';
import { OrganizationId, PartnershipId, PersonId, SeatId, SessionId } from '../kernel/id.js';
import { Locale, Moment, requiredText, Version } from '../kernel/value.js';
import { Letters, PartnershipType, SeatRole, Slot, Standing } from '../partnership/partnership.schema.js';

/** How a person is addressed; only what the person chose is ever shown. */
export const Honorific = z.enum(['bu', 'pak', 'mbak', 'mas']);
export type Honorific = z.infer<typeof Honorific>;

/** An e-mail address or an Indonesian or international phone number, as typed. */
export const Login = z.string().trim().min(3).max(254);
/** 12 to 128 characters of any kind; common ones are refused by the server. */
export const Password = z.string().min(12).max(128);

export const Theme = z.enum(['system', 'light', 'dark']);
export const TextSize = z.enum(['100', '115', '130']);

/** The signed-in person, as only that person sees it. */
export const Person = z.object({
  id: PersonId,
  name: requiredText(80),
  honorific: Honorific.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: Locale,
  theme: Theme,
  textSize: TextSize,
  /** Whether single-letter shortcuts work. */
  shortcuts: z.boolean(),
  isOperator: z.boolean(),
  version: Version,
});
export type Person = z.infer<typeof Person>;

/** One of the person's places, enough to list and switch partnerships. */
export const MySeat = z.object({
  seatId: SeatId,
  role: SeatRole,
  isSignatory: z.boolean(),
  standing: Standing,
  partnershipId: PartnershipId,
  partnershipName: z.string(),
  partnershipType: PartnershipType,
  organizationId: OrganizationId,
  organizationName: z.string(),
  letters: Letters,
  slot: Slot,
  /** The lurik of the partnership: the slot of each partner in joining order. */
  threads: z.array(Slot),
});
export type MySeat = z.infer<typeof MySeat>;

/** Who is signed in and where this person may go. */
export const Me = z.object({
  person: Person,
  seats: z.array(MySeat),
  organizations: z.array(
    z.object({ id: OrganizationId, name: z.string(), letters: Letters, role: z.enum(['owner', 'admin', 'staff']) }),
  ),
});
export type Me = z.infer<typeof Me>;

/** A place where the person is signed in. */
export const Session = z.object({
  id: SessionId,
  isThisOne: z.boolean(),
  device: z.string(),
  startedAt: Moment,
  lastSeenAt: Moment,
});
export type Session = z.infer<typeof Session>;

/** What the sign-in page must know before anybody is signed in. */
export const About = z.object({
  version: z.string(),
  /** The server waits for its first person. */
  needsSetup: z.boolean(),
  isDemo: z.boolean(),
  /** Whether the server can send mail. */
  sendsMail: z.boolean(),
});
export type About = z.infer<typeof About>;

export const DemoPerson = z.object({
  id: PersonId,
  name: z.string(),
  role: SeatRole,
  organizationName: z.string(),
  letters: Letters,
  slot: Slot,
  partnershipName: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;
