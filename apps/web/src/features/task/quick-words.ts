import type { Directory, PartnerId, SeatId } from '@mufakat/domain';

/** What a person can say of a task in its own line: "Kirim rangka @UD Kayu besok". */
export type Said = { title: string; partnerId?: PartnerId; assigneeId?: SeatId | null; dueOn?: string };

const near: Record<string, number> = { 'hari ini': 0, today: 0, besok: 1, tomorrow: 1, lusa: 2 };
const weekdays = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
const english = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const called = [...Object.keys(near), ...weekdays, ...english].join('|');
/** "setiap Senin" is when it comes round, not when it is due. */
const dayWord = new RegExp(`(?<!(?:^|\\s)(?:tiap|setiap|every|each))[\\s,]+(${called})$`, 'iu');

/** Each month, short or in full, in Indonesian and in English. */
const months = [
  ...['jan(?:uari|uary)?', 'feb(?:ruari|ruary)?', 'mar(?:et|ch)?', 'apr(?:il)?', 'mei|may', 'jun[ie]?', 'jul[iy]?'],
  ...[
    'agu(?:stus)?|aug(?:ust)?',
    'sep(?:t|tember)?',
    'okt(?:ober)?|oct(?:ober)?',
    'nov(?:ember)?',
    'des(?:ember)?|dec(?:ember)?',
  ],
];
const dateWords = new RegExp(`[\\s,]+(\\d{1,2})\\s+(${months.join('|')})(?:\\s+(20\\d\\d))?$`, 'iu');

/** Reads firm or person after @ and a day at the end; what it does not understand stays in the title. */
export function readQuickWords(line: string, directory: Pick<Directory, 'partners' | 'members'>, today: string): Said {
  const trimmed = line.trim();
  const named = readName(trimmed, directory);
  const dated = readDay(named.title, today);
  return { ...named, ...dated };
}

function readDay(title: string, today: string): Pick<Said, 'title' | 'dueOn'> {
  const word = dayWord.exec(title);
  if (word?.[1]) return { title: title.slice(0, word.index), dueOn: dayCalled(word[1].toLowerCase(), today) };
  const date = dateWords.exec(title);
  const dueOn = date && dayWritten(date, today);
  return date && dueOn ? { title: title.slice(0, date.index), dueOn } : { title };
}

/** "28 Nov": of this year, or of the next one when it is over; null for a day no month has. */
function dayWritten(
  [, dayOfMonth = '', name = '', year]: readonly (string | undefined)[],
  today: string,
): string | null {
  const month = months.findIndex((each) => new RegExp(`^(?:${each})$`, 'iu').test(name)) + 1;
  const inYear = (of: number) => `${of}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const thisYear = Number(today.slice(0, 4));
  const meant = year ? inYear(Number(year)) : inYear(thisYear) < today ? inYear(thisYear + 1) : inYear(thisYear);
  const date = new Date(`${meant}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(meant) ? meant : null;
}

/** The next such day; a weekday never means today. */
function dayCalled(word: string, today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  const weekday = Math.max(weekdays.indexOf(word), english.indexOf(word));
  const away = near[word] ?? ((weekday - date.getUTCDay() + 6) % 7) + 1;
  date.setUTCDate(date.getUTCDate() + away);
  return date.toISOString().slice(0, 10);
}

type Nameable = { name: string; partnerId: PartnerId; assigneeId: SeatId | null };

function readName(line: string, { partners, members }: Pick<Directory, 'partners' | 'members'>): Said {
  const at = line.search(/(^|\s)@\S/u);
  if (at < 0) return { title: line };
  const start = line.indexOf('@', at);
  const words = line.slice(start + 1).split(/\s+/);
  const firms = partners
    .filter(({ leftAt }) => !leftAt)
    .map(({ id, organization }) => ({ name: organization.name, partnerId: id, assigneeId: null }));
  const people = members
    .filter(({ endedAt }) => !endedAt)
    .map(({ name, partnerId, seatId }) => ({ name, partnerId, assigneeId: seatId }));
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const found = oneMeant([...firms, ...people], words.slice(0, count));
    if (!found) continue;
    const title = [line.slice(0, start).trim(), ...words.slice(count)].join(' ').trim();
    return { title, partnerId: found.partnerId, assigneeId: found.assigneeId };
  }
  return { title: line };
}

/** Whoever has all these words at the start of words of the name, if it is only one. */
function oneMeant(all: readonly Nameable[], words: readonly string[]): Nameable | undefined {
  const meant = all.filter(({ name }) => {
    const parts = name.toLowerCase().split(/\s+/);
    return words.every((word) => parts.some((part) => part.startsWith(word.toLowerCase())));
  });
  return meant.length === 1 ? meant[0] : undefined;
}
