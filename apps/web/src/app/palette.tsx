import type { PartnershipId } from '@mufakat/domain';
import { type ComponentType, useEffect, useState } from 'react';

type Props = { partnershipId: PartnershipId | null; open: boolean; onOpenChange: (open: boolean) => void };
type Loaded = { Dialog: ComponentType<{ partnershipId: PartnershipId | null; onClose: () => void }> };

/** The palette, fetched when the browser has nothing else to do, and held by hand: a suspended part would open 300 ms late. */
export function Palette({ partnershipId, open, onOpenChange }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (loaded) return undefined;
    const load = () =>
      void import('./palette-dialog').then(({ PaletteDialog }) => setLoaded({ Dialog: PaletteDialog }));
    if (open) return load();
    const timer = setTimeout(load, 1500);
    return () => clearTimeout(timer);
  }, [open, loaded]);
  if (!open || !loaded) return null;
  return <loaded.Dialog partnershipId={partnershipId} onClose={() => onOpenChange(false)} />;
}
