import { whenCalm } from './calm';

/**
 * Lets the service worker keep the shell and what was last read; what a first visit read before it stood by is read again.
 * It fetches every screen, so it lets the first one come before.
 */
export function keepForOffline(readAgain: () => void): void {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) serviceWorker.addEventListener('controllerchange', readAgain, { once: true });
  whenCalm(() => void serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined));
}

const readerKey = 'mufakat.reader';

/** What is read from now on is read by this person; what another one read on this device is wiped first. */
export async function readAs(personId: string): Promise<void> {
  if (rememberedReader() !== personId) await forgetWhatWasRead();
  try {
    localStorage.setItem(readerKey, personId);
  } catch {
    // A browser that keeps nothing keeps nothing that was read either.
  }
}

function rememberedReader(): string | null {
  try {
    return localStorage.getItem(readerKey);
  } catch {
    return null;
  }
}

/**
 * Wipes what this device has read; part of every sign-out.
 * The worker does it, because it knows which answers are still under way.
 */
export async function forgetWhatWasRead(): Promise<void> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (!worker) {
    if ('caches' in globalThis) await caches.delete('mufakat-read');
    return;
  }
  const { port1, port2 } = new MessageChannel();
  await new Promise((wiped) => {
    port1.addEventListener('message', wiped, { once: true });
    port1.start();
    worker.postMessage('wipe what was read', [port2]);
    setTimeout(wiped, patience);
  });
}

/** A worker that does not answer must not keep somebody from leaving. Milliseconds. */
const patience = 2000;
