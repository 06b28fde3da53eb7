import type { Words } from '../id';

export const history = {
  title: 'History & proof',
  note: 'Everything that happened in the shared space and in your own organization’s space. Entries cannot be changed; a correction is a new entry.',
  loading: 'Loading the history…',
  failed: 'The history could not be loaded.',
  filters: 'Filter the history',
  anyKind: 'All kinds',
  kinds: { goal: 'Goals', task: 'Tasks', meeting: 'Meetings', partnership: 'Partners & members', proof: 'Proof' },
  anyFirm: 'All partners',
  anybody: 'Everybody',
  since: 'From',
  until: 'Until',
  clear: 'Clear the filter',
  older: 'Load older entries',
  olderFailed: 'Older entries could not be loaded. Try again.',
  beginning: 'This is the first entry of the partnership.',
  noOlder: 'There is nothing older.',
  news: (count) => `${count} new ${count === 1 ? 'entry' : 'entries'}`,
  today: 'Today',
  yesterday: 'Yesterday',
  number: (sequence) => `#${sequence}`,
  private: 'Only your organization sees this',
  empty: {
    title: 'No entries yet',
    says: 'Every change of a goal, a task or a meeting is written down here with its name and time.',
    go: 'Open the goals',
  },
  filtered: {
    title: 'No entry fits',
    says: 'There is no entry for this filter.',
  },
} satisfies Words['history'];
