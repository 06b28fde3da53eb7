import type { PartnershipId } from '@mufakat/domain';
import { createRoute } from '@tanstack/react-router';
import { directoryQuery } from '@/lib/partnership';
import { PartnershipFrame } from './frames';
import { rememberPartnership } from './last-partnership';
import { comparedVersions } from './asked';
import { inside, screen } from './route-base';

/** Everything of one partnership: the directory is there before a screen is, and its journals are followed. */
const partnership = createRoute({
  getParentRoute: () => inside,
  path: '/k/$partnershipId',
  component: PartnershipFrame,
  beforeLoad: async ({ context, params }) => {
    const directory = await context.cache.ensureQueryData(directoryQuery(params.partnershipId as PartnershipId));
    context.live.follow(directory.spaces.shared, directory.sequences.shared);
    context.live.follow(directory.spaces.own, directory.sequences.own);
    rememberPartnership(directory.partnership.id);
  },
});

const today = createRoute({
  getParentRoute: () => partnership,
  path: '/',
  component: screen(() => import('@/screens/today-screen'), ['today', 'change'], 'TodayScreen'),
});

const goals = createRoute({
  getParentRoute: () => partnership,
  path: '/tujuan',
  component: screen(() => import('@/screens/goals-screen'), ['goal'], 'GoalsScreen'),
});

const goal = createRoute({
  getParentRoute: () => partnership,
  path: '/tujuan/$goalId',
  component: screen(() => import('@/screens/goal-screen'), ['goal', 'agreement', 'writing'], 'GoalScreen'),
});

const goalDifference = createRoute({
  getParentRoute: () => partnership,
  path: '/tujuan/$goalId/perubahan',
  validateSearch: comparedVersions,
  component: screen(
    () => import('@/screens/goal-difference-screen'),
    ['goal', 'signing', 'version'],
    'GoalDifferenceScreen',
  ),
});

const interests = createRoute({
  getParentRoute: () => partnership,
  path: '/kepentingan',
  component: screen(() => import('@/screens/interest-screen'), ['interest'], 'InterestScreen'),
});

const charter = createRoute({
  getParentRoute: () => partnership,
  path: '/cara-kerja',
  component: screen(() => import('@/screens/charter-screen'), ['charter'], 'CharterScreen'),
});

const goalText = createRoute({
  getParentRoute: () => partnership,
  path: '/tujuan/$goalId/naskah',
  component: screen(() => import('@/screens/text-history-screen'), ['version'], 'GoalTextScreen'),
});

const tasks = createRoute({
  getParentRoute: () => partnership,
  path: '/tugas',
  component: screen(() => import('@/screens/tasks-screen'), ['task', 'change'], 'TasksScreen'),
});

const meetings = createRoute({
  getParentRoute: () => partnership,
  path: '/rapat',
  component: screen(() => import('@/screens/meetings-screen'), ['meeting'], 'MeetingsScreen'),
});

const meeting = createRoute({
  getParentRoute: () => partnership,
  path: '/rapat/$meetingId',
  component: screen(
    () => import('@/screens/meeting-screen'),
    ['meeting', 'task', 'writing', 'change'],
    'MeetingScreen',
  ),
});

const notesText = createRoute({
  getParentRoute: () => partnership,
  path: '/rapat/$meetingId/naskah',
  component: screen(() => import('@/screens/text-history-screen'), ['version'], 'NotesTextScreen'),
});

const accountability = createRoute({
  getParentRoute: () => partnership,
  path: '/akuntabilitas',
  component: screen(
    () => import('@/screens/accountability-screen'),
    ['accountability', 'task'],
    'AccountabilityScreen',
  ),
});

const history = createRoute({
  getParentRoute: () => partnership,
  path: '/riwayat',
  component: screen(() => import('@/screens/history-screen'), ['history', 'change'], 'HistoryScreen'),
});

const members = createRoute({
  getParentRoute: () => partnership,
  path: '/mitra',
  component: screen(() => import('@/screens/members-screen'), ['partnership', 'account'], 'MembersScreen'),
});

const notifications = createRoute({
  getParentRoute: () => partnership,
  path: '/pemberitahuan',
  component: screen(() => import('@/screens/notifications-screen'), ['notification', 'change'], 'NotificationsScreen'),
});

/** The screens of one partnership. */
export const partnershipTree = partnership.addChildren([
  today,
  goals,
  goal,
  goalDifference,
  goalText,
  interests,
  charter,
  tasks,
  meetings,
  meeting,
  notesText,
  accountability,
  history,
  members,
  notifications,
]);
