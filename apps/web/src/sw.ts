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

/** What was last read stays readable without a network. The page wipes this cache at sign-out. */
const read = new NetworkFirst({
  cacheName: 'mufakat-read',
  plugins: [{ cacheWillUpdate: async ({ response }) => (isKeepable(response) ? response : null) }],
});
registerRoute(({ url, request }) => request.method === 'GET' && isReading(url), read);

/** Texts are not read again from here: they have a copy of their own, and an old answer would pass for a working line. */
function isReading(url: URL): boolean {
  return (
    url.origin === location.origin &&
    url.pathname.startsWith('/api/') &&
    !/^\/api\/(docs|openapi|health|documents)/.test(url.pathname)
  );
}

function isKeepable(response: Response): boolean {
  return response.status === 200 && (response.headers.get('content-type') ?? '').startsWith('application/json');
}
