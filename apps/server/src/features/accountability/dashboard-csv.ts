import type { Dashboard, Locale, PartnerId, TaskFact } from '@mufakat/domain';
import { csvOf } from './csv.js';

const words = {
  id: {
    header: [
      'Ukuran',
      'Nomor',
      'Judul',
      'Perusahaan',
      'Tenggat',
      'Selesai',
      'Keadaan',
      'Tepat waktu',
      'Tanpa orang',
      'Tanpa tenggat',
      'Kemajuan',
      'Seharusnya',
      'Laju',
    ],
    onTime: 'Tugas tepat waktu',
    unowned: 'Tanpa pemilik atau tanggal',
    goal: 'Kemajuan tujuan',
    yes: 'ya',
    no: 'tidak',
    notYet: 'belum dihitung',
    state: { open: 'terbuka', doing: 'dikerjakan', waiting: 'menunggu', done: 'selesai', cancelled: 'dibatalkan' },
    pace: { 'on-track': 'di jalur', attention: 'perlu perhatian', stuck: 'terhambat' },
  },
  en: {
    header: [
      'Measure',
      'Number',
      'Title',
      'Organization',
      'Due',
      'Done',
      'State',
      'On time',
      'Lacks a person',
      'Lacks a due day',
      'Progress',
      'Expected',
      'Pace',
    ],
    onTime: 'On-time tasks',
    unowned: 'Without owner or date',
    goal: 'Goal progress',
    yes: 'yes',
    no: 'no',
    notYet: 'not counted yet',
    state: { open: 'open', doing: 'doing', waiting: 'waiting', done: 'done', cancelled: 'cancelled' },
    pace: { 'on-track': 'on track', attention: 'needs attention', stuck: 'stuck' },
  },
} as const satisfies Record<Locale, unknown>;

/** The facts behind the dashboard, one row for each measure and thing, in the asked language. */
export function dashboardCsv(
  dashboard: Dashboard,
  partnerNames: ReadonlyMap<PartnerId, string>,
  locale: Locale,
): string {
  const say = words[locale];
  const yesNo = (value: boolean) => (value ? say.yes : say.no);
  const taskRow = (measure: string) => (fact: TaskFact) => [
    measure,
    String(fact.number),
    fact.title,
    fact.partnerId ? (partnerNames.get(fact.partnerId) ?? '') : '',
    fact.dueOn ?? '',
    fact.completedOn ?? '',
    say.state[fact.state],
    fact.isOnTime === null ? say.notYet : yesNo(fact.isOnTime),
    yesNo(fact.lacksPerson),
    yesNo(fact.lacksDueDay),
    '',
    '',
    '',
  ];
  const goalRow = (goal: Dashboard['goals'][number]) => [
    ...[say.goal, String(goal.number), goal.title, '', '', '', '', '', '', ''],
    goal.progress?.toFixed(4) ?? '',
    goal.expected?.toFixed(4) ?? '',
    goal.pace ? say.pace[goal.pace] : '',
  ];
  return csvOf([
    say.header,
    ...dashboard.onTime.facts.map(taskRow(say.onTime)),
    ...dashboard.unowned.facts.map(taskRow(say.unowned)),
    ...dashboard.goals.map(goalRow),
  ]);
}
