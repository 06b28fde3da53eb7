import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, isRefused } from './api';
import { forgetKept } from './kept';
import { useLive } from './live';
import { meQuery } from './me';
import { forgetWhatWasRead } from './offline';

export type SignOut = {
  /** How many texts on this device hold words the server does not have. Ask the person before leaving if any. */
  unsent: () => Promise<number>;
  /** Ends the session, then wipes what this device has of the person. Goes to the door by itself. */
  leave: () => Promise<void>;
};

/** Leaving for good: the line is closed, the cache emptied, and nothing of the person stays on this device. */
export function useSignOut(): SignOut {
  const cache = useQueryClient();
  const live = useLive();
  return useMemo(() => {
    const person = () => cache.getQueryData(meQuery.queryKey)?.person.id;
    return {
      unsent: async () => {
        const id = person();
        if (!id || !('indexedDB' in globalThis)) return 0;
        const { unsentDocuments } = await import('./document');
        return (await unsentDocuments(id)).length;
      },
      leave: async () => {
        const id = person();
        await call('signOut', {}).catch((error: unknown) => {
          if (!isRefused(error, 'session.missing')) throw error;
        });
        live.stop();
        if (id && 'indexedDB' in globalThis) await (await import('./document')).forgetDocuments(id);
        await forgetWhatWasRead();
        forgetPlaces();
        forgetKept();
        location.assign('/masuk');
      },
    };
  }, [cache, live]);
}

/** Where this device was last and what was sought on it; language and looks may stay. */
function forgetPlaces(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('mufakat.') && key !== 'mufakat.looks' && key !== 'mufakat.language')
        localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
