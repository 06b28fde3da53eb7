import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, notFound, redirect } from '@tanstack/react-router';
import { aboutQuery } from '@/features/account/account.queries';
import type { Live } from '@/lib/live';
import { AccountFrame } from './frames';
import { lastPartnership } from './last-partnership';
import { partnershipTree } from './partnership-routes';
import { wayBack } from './asked';
import { BrokenScreen, LostScreen, LoadingScreen } from './plain-screens';
import { inside, root, screen } from './route-base';

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

const tree = root.addChildren([
  outside.addChildren([signIn, invitation, printedInvitation, setUp]),
  inside.addChildren([
    start,
    personal.addChildren([partnerships, newPartnership, account, help, operator]),
    partnershipTree,
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
