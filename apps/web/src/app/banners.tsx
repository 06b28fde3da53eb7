import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useSaved } from '@/lib/saved';
import { Banner } from '@/ui/banner';
import { useWords } from '@/words/language-provider';

/** What the whole product has to say: that there is no network, and how many changes wait for it. */
export function Banners() {
  const { offline } = useWords().frame;
  const { pending } = useSaved();
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  if (online) return null;
  return (
    <Banner tone="risk" icon={WifiOff} title={offline.title}>
      {offline.says} {pending > 0 && offline.waiting(pending)}
    </Banner>
  );
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
