import type { Words } from '../id';

export const notification = {
  title: 'Notifications',
  note: (unread) => (unread > 0 ? `${unread} unread` : 'All read'),
  loading: 'Loading notifications…',
  failed: 'Notifications could not be loaded.',
  readAll: 'Mark all as read',
  nothingUnread: 'Nothing is unread.',
  markRead: (title) => `Mark “${title}” as read`,
  unread: 'Unread',
  more: (count) => `and ${count} earlier ${count === 1 ? 'change' : 'changes'}`,
  partnership: 'Partners & members',
  empty: {
    title: 'All clear',
    says: 'Tasks given to you, changes of your goals and meetings you are called to appear here.',
    go: 'Open Today',
  },
  reasons: {
    'task-assigned': 'This task was given to you',
    'task-for-your-firm': 'A task for your organization, no person yet',
    'task-changed': 'Your task changed',
    'task-done': 'A task you asked for or worked on is done',
    'goal-champion': 'You champion this goal',
    'goal-reviewer': 'You review this goal',
    'goal-changed': 'A goal you champion changed',
    'meeting-scheduled': 'A new meeting was scheduled',
    'meeting-changed': 'The plan of a meeting changed',
    'meeting-cancelled': 'A meeting was cancelled',
    'partner-joined': 'A new partner joined',
    'colleague-joined': 'A colleague joined',
    'seat-changed': 'Your role changed',
  },
} satisfies Words['notification'];
