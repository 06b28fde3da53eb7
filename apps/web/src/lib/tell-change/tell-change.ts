import type { EntryName, HistoryItem, JournalEntry } from '@mufakat/domain';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import { tellGoal, tellSignOff } from './tell-goal';
import { tellInterest } from './tell-interest';
import { tellMeeting } from './tell-meeting';
import { tellPartnership } from './tell-partnership';
import { tellProof } from './tell-proof';
import { tellTask } from './tell-task';
import { tellText } from './tell-text';

/** How ids, days and moments are named for this reader. */
export type Names = {
  seat: (seatId: string | null) => string | null;
  partner: (partnerId: string | null) => string | null;
  day: (date: string) => string;
  moment: (at: string) => string;
  language: Language;
};

/** One change in words: who, what they did, and what became different. */
export type ToldChange = { who: string; did: string; details: readonly string[] };

/** What a teller of one kind of subject gives. */
export type Deed = { did: string; details?: readonly string[] };
export type Saying = { words: Words['change']; names: Names };
/** For each entry of a family: its deed in words, from what was recorded and what was there before. */
export type Teller<Family extends string> = {
  [Name in Extract<EntryName, `${Family}.${string}`>]: (
    data: Extract<JournalEntry, { name: Name }>['data'],
    previous: Extract<JournalEntry, { name: Name }>['data'] | null,
    saying: Saying,
  ) => Deed;
};

type AnyTeller = (data: JournalEntry['data'], previous: unknown, saying: Saying) => Deed;

const tellers = {
  ...tellGoal,
  ...tellSignOff,
  ...tellInterest,
  ...tellTask,
  ...tellMeeting,
  ...tellText,
  ...tellPartnership,
  ...tellProof,
} satisfies Record<EntryName, unknown>;

/** Tells one entry of the journal in the reader's words. */
export function tellChange({ entry, previous }: HistoryItem, words: Words['change'], names: Names): ToldChange {
  const tell = tellers[entry.name] as AnyTeller;
  const { did, details = [] } = tell(entry.data, previous ?? null, { words, names });
  const who = entry.by === null ? words.product : (names.seat(entry.by) ?? words.somebody);
  return { who, did, details };
}
