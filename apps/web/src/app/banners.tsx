import { WifiOff } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection } from '@/lib/live';
import { useSaved } from '@/lib/saved';
import { Banner } from '@/ui/banner';
import { useWords } from '@/words/language-provider';

const patience = 3000;

/** What the whole product has to say: that there is no connection, and how many changes wait for it. Goes away by itself. */
export function Banners() {
  const { offline } = useWords().frame;
  const { pending } = useSaved();
  if (!useIsCutOff()) return null;
  return (
    <Banner tone="risk" icon={WifiOff} title={offline.title}>
      {offline.says} {pending > 0 && offline.waiting(pending)}
    </Banner>
  );
}

/** No network at once; a lost line only after three seconds, since most come back before. */
function useIsCutOff(): boolean {
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const lost = useConnection() === 'offline';
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [lost]);
  return !online || (lost && late);
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
