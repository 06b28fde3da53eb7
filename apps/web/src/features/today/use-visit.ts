import { useEffect } from 'react';
import { call } from '@/lib/api';
import { usePartnership } from '@/lib/partnership';

const lookedAt = 5000;

/** Says that the person has seen what changed: when the screen is left after it was looked at for a while. */
export function useVisit(isShown: boolean): void {
  const { id: partnershipId } = usePartnership();
  useEffect(() => {
    if (!isShown) return undefined;
    const since = Date.now();
    let told = false;
    const leave = () => {
      if (told || Date.now() - since < lookedAt) return;
      told = true;
      void call('recordVisit', { partnershipId }).catch(() => undefined);
    };
    const hide = () => document.visibilityState === 'hidden' && leave();
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [isShown, partnershipId]);
}
