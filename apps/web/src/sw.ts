import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

/** What this script needs of the worker around it; the page's own types know nothing of it. */
type Worker = {
  __WB_MANIFEST: { url: string; revision: string | null }[];
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'message',
    listener: (event: {
      data: unknown;
      ports: readonly MessagePort[];
      waitUntil(done: Promise<unknown>): void;
    }) => void,
  ): void;
};
declare const self: Worker;

const shellCache = 'mufakat-shell';

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** One page serves every address; it is asked from the server first, because it carries a fresh nonce. */
const shell = new NetworkFirst({
  cacheName: shellCache,
  networkTimeoutSeconds: 3,
  plugins: [
    { cacheKeyWillBeUsed: async () => '/', cacheWillUpdate: async ({ response }) => (response.ok ? response : null) },
  ],
});
registerRoute(new NavigationRoute(shell, { denylist: [/^\/api\//, /^\/collab\//, /^\/socket\.io\//] }));

/** The visit that brings this worker was not served by it, so it fetches the page once for itself. */
async function keepShell(): Promise<void> {
  await (await caches.open(shellCache)).add('/');
}

const readCache = 'mufakat-read';

/** How often what was read has been wiped: an answer asked for before a wipe comes too late to be kept. */
let wipes = 0;

/** What was last read stays readable without a network, until the page says that its reader has left. */
const read = new NetworkFirst({
  cacheName: readCache,
  plugins: [
    {
      handlerWillStart: async ({ state }) => {
        if (state) state.wipes = wipes;
      },
      cacheWillUpdate: async ({ response, state }) =>
        isKeepable(response) && state?.wipes === wipes ? response : null,
      cacheDidUpdate: async ({ state }) => {
        if (state?.wipes !== wipes) await caches.delete(readCache);
      },
    },
  ],
});
registerRoute(({ url, request }) => request.method === 'GET' && isReading(url), read);

self.addEventListener('message', (event) => {
  if (event.data !== 'wipe what was read') return;
  wipes += 1;
  event.waitUntil(caches.delete(readCache).then(() => event.ports[0]?.postMessage('wiped')));
});

/**
 * Texts are not read again from here: they have a copy of their own, and an old answer would pass for a working line.
 * Neither is what the door reads before anybody is known, nor a chain: an old one would look like one that was cut.
 */
function isReading(url: URL): boolean {
  return (
    url.origin === location.origin &&
    url.pathname.startsWith('/api/') &&
    !/^\/api\/(docs|openapi|health|documents|about|demo)\b|\/chain$/.test(url.pathname)
  );
}

function isKeepable(response: Response): boolean {
  return response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('application/json');
}
