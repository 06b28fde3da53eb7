import type {
  AgendaItem,
  Benefit,
  CharterFields,
  CheckIn,
  Honorific,
  Locale,
  NewOrganization,
  Partnership,
  Recurrence,
  Standing,
  Target,
} from '@mufakat/domain';

/** A firm, office or campus at a sample table. */
export type SampleFirm = Omit<NewOrganization, 'id'> & { standing: Standing };

/** Somebody who can be signed in as. The first of a firm joins with it, the others are invited by that one. */
export type SamplePerson = {
  firm: string;
  name: string;
  honorific: Honorific | null;
  /** An e-mail address, or a phone number for those who have none. */
  login: string;
  device: string;
  locale?: Locale;
  isSignatory?: boolean;
  isAdmin?: boolean;
  joined: string;
};

/** One sitting of one person at a goal's text: what they add to its end, and which words they put in the place of others. */
export type SampleWriting = {
  by: string;
  on: string;
  text?: string;
  instead?: readonly (readonly [was: string, is: string])[];
  /** The name under which they keep the text as it is then. */
  named?: string;
};

export type SampleTarget = Pick<Target, 'label' | 'unit' | 'direction' | 'baseline' | 'target' | 'weight'> & {
  /** Measured values and the days they were reported on. */
  reports: readonly (readonly [day: string, value: string])[];
};

export type SampleGoal = {
  title: string;
  benefit: Benefit;
  by: string;
  made: string;
  champion: string;
  reviewer?: string;
  dates?: readonly [startsOn: string, endsOn: string];
  targets: readonly SampleTarget[];
  writings: readonly SampleWriting[];
};

/** What one firm said to a proposal: an objection when it names a change, a note when it only says something. */
export type SampleWord = { by: string; on: string; note?: string; change?: string };

/** One proposal and the answers to it. `target` is what the first target was changed to just before. */
export type SampleRound = { by: string; on: string; target?: string; summary?: string; words: readonly SampleWord[] };

/** What the champion reported; `isRead` once the reviewer has looked at it. */
export type SampleReport = Pick<CheckIn, 'status' | 'confidence' | 'note' | 'blockers'> & { on: string; isRead?: true };

export type SampleAgreement = {
  /** What the firm of each person takes on and how often, or why nothing. */
  duties: Readonly<Record<string, readonly [text: string, every: Recurrence | null] | { none: string }>>;
  rounds: readonly SampleRound[];
  /** The day on which the champion set it going. */
  running?: string;
  reports?: readonly SampleReport[];
};

/** Asking all firms what matters to them, and what each person answered for theirs. */
export type SampleInterest = {
  by: string;
  on: string;
  answers: readonly {
    by: string;
    on: string;
    note?: string;
    /** For each goal: importance, expected benefit, bearable effort. */
    ratings: Readonly<Record<string, readonly [importance: number, benefit: number, effort: number]>>;
  }[];
};

export type SampleTask = {
  title: string;
  note?: string;
  /** Who wrote it down. */
  by: string;
  /** The day it was written down; one that comes from a meeting was written down there. */
  made?: string;
  meeting?: string;
  /** Whose firm does it: a person, or a firm while no person is found, or nobody. */
  person?: string;
  firm?: string;
  goal?: string;
  due?: string;
  doing?: string;
  waiting?: readonly [day: string, waitingFor: string];
  done?: string;
  isPrivate?: true;
};

export type SampleAgendaItem = readonly [
  title: string,
  kind: AgendaItem['kind'],
  minutes: number,
  presenter: string | null,
];

export type SampleMeeting = {
  title: string;
  /** The day it is held, or "today" for one that begins soon after the demo is made. */
  on: string;
  hours: readonly [from: string, to: string];
  place: string;
  scheduled: string;
  by: string;
  chair: string;
  agenda: readonly SampleAgendaItem[];
  /** Only of a meeting that was held. */
  held?: SampleMinutes;
};

/** What came out of a meeting. Its tasks are told by the tasks themselves. */
export type SampleMinutes = {
  present: readonly string[];
  excused?: readonly string[];
  absent?: readonly string[];
  writers: readonly [discussion: string, agreement: string];
  discussed: readonly string[];
  agreed: readonly string[];
  /** How many items at the end of the agenda were left for the next time. */
  postponed?: number;
};

/** One partnership of the demo as its people lived it, in days written for 24 November 2026. */
export type SampleTable = {
  partnership: Pick<Partnership, 'name' | 'type' | 'purpose' | 'zone'>;
  /** Of a cluster: where it is and what its firms use together. */
  cluster?: Pick<CharterFields, 'place' | 'facilities'>;
  founded: string;
  founder: string;
  firms: Readonly<Record<string, SampleFirm>>;
  people: Readonly<Record<string, SamplePerson>>;
  goals: Readonly<Record<string, SampleGoal>>;
  /** For the goals that were proposed, by their key. */
  interests: readonly SampleInterest[];
  agreements: Readonly<Record<string, SampleAgreement>>;
  meetings: Readonly<Record<string, SampleMeeting>>;
  tasks: readonly SampleTask[];
};
