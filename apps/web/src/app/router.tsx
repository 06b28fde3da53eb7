import type { PartnershipId } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { aboutQuery } from '@/features/account/account.queries';
import { isRefused } from '@/lib/api';
import type { Live } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { directoryQuery } from '@/lib/partnership';
import { withWords } from '@/words/language';
import type { Part } from '@/words/parts';
import { AccountFrame, PartnershipFrame, RootFrame } from './frames';
import { lastPartnership, rememberPartnership } from './last-partnership';
import { comparedVersions, wayBack } from './asked';
import { BrokenScreen, LostScreen, LoadingScreen } from './plain-screens';

type Context = { cache: QueryClient; live: Live };

/** A screen is fetched with its words when somebody goes there. */
function screen<M extends object, Name extends keyof M & string>(fetch: () => Promise<M>, words: Part[], name: Name) {
  return lazyRouteComponent(withWords(fetch, words), name);
}

const root = createRootRouteWithContext<Context>()({ component: RootFrame });

const outside = createRoute({ getParentRoute: () => root, id: 'outside' });

const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/masuk',
  validateSearch: wayBack,
  component: screen(() => import('@/screens/sign-in-screen'), ['account'], 'SignInScreen'),
});

const invitation = createRoute({
  getParentRoute: () => outside,
  path: '/undangan/$token',
  component: screen(() => import('@/screens/invitation-screen'), ['account', 'partnership'], 'InvitationScreen'),
});

const printedInvitation = createRoute({
  getParentRoute: () => outside,
  path: '/undangan',
  component: screen(() => import('@/screens/invitation-screen'), ['account', 'partnership'], 'InvitationScreen'),
});

const setUp = createRoute({
  getParentRoute: () => outside,
  path: '/siapkan',
  beforeLoad: async ({ context }) => {
    // A server that does not answer now may still be a new one.
    const about = await context.cache.fetchQuery(aboutQuery).catch(() => undefined);
    if (about?.needsSetup === false) throw redirect({ to: '/masuk', replace: true });
  },
  component: screen(() => import('@/screens/set-up-screen'), ['account', 'partnership', 'charter'], 'SetUpScreen'),
});

/** Everything below needs somebody signed in; the address is kept for afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.cache.ensureQueryData(meQuery);
      context.live.start();
      return { me };
    } catch (error) {
      if (isRefused(error, 'session.missing')) throw redirect({ to: '/masuk', search: { ke: location.href } });
      throw error;
    }
  },
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { me } }) => {
    const last = lastPartnership();
    const seat = me.seats.find(({ partnershipId }) => partnershipId === last) ?? me.seats[0];
    throw seat
      ? redirect({ to: '/k/$partnershipId', params: { partnershipId: seat.partnershipId }, replace: true })
      : redirect({ to: '/kemitraan', replace: true });
  },
});

const personal = createRoute({ getParentRoute: () => inside, id: 'personal', component: AccountFrame });

const partnerships = createRoute({
  getParentRoute: () => personal,
  path: '/kemitraan',
  component: screen(() => import('@/screens/partnerships-screen'), ['account', 'partnership'], 'PartnershipsScreen'),
});

const newPartnership = createRoute({
  getParentRoute: () => personal,
  path: '/kemitraan/baru',
  component: screen(
    () => import('@/screens/new-partnership-screen'),
    ['partnership', 'charter'],
    'NewPartnershipScreen',
  ),
});

const account = createRoute({
  getParentRoute: () => personal,
  path: '/akun',
  component: screen(() => import('@/screens/account-screen'), ['account'], 'AccountScreen'),
});

const help = createRoute({
  getParentRoute: () => personal,
  path: '/bantuan',
  component: screen(() => import('@/screens/help-screen'), ['help'], 'HelpScreen'),
});

const operator = createRoute({
  getParentRoute: () => personal,
  path: '/operator',
  beforeLoad: ({ context: { me } }) => {
    if (!me.person.isOperator) throw notFound();
  },
  component: screen(() => import('@/screens/operator-screen'), ['operator'], 'OperatorScreen'),
});

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

const charter = createRoute({
  getParentRoute: () => partnership,
  path: '/cara-kerja',
  component: screen(() => import('@/screens/charter-screen'), ['charter'], 'CharterScreen'),
});

const notifications = createRoute({
  getParentRoute: () => partnership,
  path: '/pemberitahuan',
  component: screen(() => import('@/screens/notifications-screen'), ['notification', 'change'], 'NotificationsScreen'),
});

const tree = root.addChildren([
  outside.addChildren([signIn, invitation, printedInvitation, setUp]),
  inside.addChildren([
    start,
    personal.addChildren([partnerships, newPartnership, account, help, operator]),
    partnership.addChildren([
      today,
      goals,
      goal,
      goalDifference,
      goalText,
      tasks,
      meetings,
      meeting,
      notesText,
      accountability,
      history,
      members,
      charter,
      notifications,
    ]),
  ]),
]);

/** The addresses of the product, in Indonesian; each screen is fetched when somebody goes there. */
export function makeRouter(cache: QueryClient, live: Live) {
  return createRouter({
    routeTree: tree,
    context: { cache, live },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
    defaultPendingComponent: LoadingScreen,
    defaultNotFoundComponent: LostScreen,
    defaultErrorComponent: BrokenScreen,
  });
}

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  interface HistoryState {
    /** The name of the partnership this person has just lost the seat in. */
    seatEndedAt?: string;
  }
}
