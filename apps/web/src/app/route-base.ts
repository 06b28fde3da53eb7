import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isRefused } from '@/lib/api';
import type { Live } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { withWords } from '@/words/language';
import type { Part } from '@/words/parts';
import { RootFrame } from './frames';

type Context = { cache: QueryClient; live: Live };

/** A screen is fetched with its words when somebody goes there. */
export function screen<M extends object, Name extends keyof M & string>(
  fetch: () => Promise<M>,
  words: Part[],
  name: Name,
) {
  return lazyRouteComponent(withWords(fetch, words), name);
}

export const root = createRootRouteWithContext<Context>()({ component: RootFrame });

/** Everything below needs somebody signed in; the address is kept for afterwards. */
export const inside = createRoute({
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
