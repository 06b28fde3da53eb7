const readCache = 'mufakat-read';

/** Lets the service worker keep the shell and what was last read. */
export function keepForOffline(): void {
  if ('serviceWorker' in navigator)
    void navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined);
}

/** Wipes what this device has read; part of every sign-out. */
export async function forgetWhatWasRead(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(readCache);
}
