import type { PartnershipId } from '@mufakat/domain';
import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { io } from 'socket.io-client';
import { isRefused, Refused } from '@/lib/api';
import { Live } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { directoryQuery } from '@/lib/partnership';
import type { HoldBack } from '@/ui/back';
import { makeHoldBack } from './hold-back';
import { liveHandlers } from './live-handlers';
import { makeRouter, type AppRouter } from './router';

export type MadeApp = { cache: QueryClient; live: Live; router: AppRouter; holdBack: HoldBack };

/** Makes what lives as long as the page: the cache, the line to the server, the router. */
export function makeApp(): MadeApp {
  const cache = makeCache(() => toSignIn(router));
  const live = new Live(
    io({ transports: ['websocket'], autoConnect: false, withCredentials: true }),
    cache,
    liveHandlers,
    () => void askRightsAnew(cache, router),
  );
  const holdBack = makeHoldBack(() => router.history.location.state.__TSR_index);
  const router = makeRouter(cache, live);
  return { cache, live, router, holdBack };
}

/** A cache which asks again after trouble on the way, never after a refusal, and never holds a change back unsaid. */
export function makeCache(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => isRefused(error, 'session.missing') && onSignedOut();
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** A right was given or taken: who one is and what one may see is asked again; what is gone leaves the screen. */
async function askRightsAnew(cache: QueryClient, router: AppRouter): Promise<void> {
  await cache.invalidateQueries({ queryKey: meQuery.queryKey });
  const shown = router.state.matches.map(({ params }) => params as { partnershipId?: PartnershipId });
  const id = shown.find(({ partnershipId }) => partnershipId)?.partnershipId;
  if (!id) return;
  const held = cache.getQueryData(directoryQuery(id).queryKey);
  try {
    await cache.fetchQuery({ ...directoryQuery(id), staleTime: 0 });
  } catch (error) {
    if (!(error instanceof Refused)) return;
    const isOver = held && error.code === 'not-found';
    if (isOver)
      await router.navigate({ to: '/kemitraan', state: { seatEndedAt: held.partnership.name }, replace: true });
    cache.removeQueries({ queryKey: ['partnership', id] });
    if (!isOver) await router.invalidate();
  }
}

/** The session is over: to the door, and back here afterwards. */
function toSignIn(router: AppRouter): void {
  const { pathname, href } = router.state.location;
  if (pathname === '/masuk' || pathname === '/siapkan' || pathname.startsWith('/undangan')) return;
  void router.navigate({ to: '/masuk', search: { ke: href } });
}
