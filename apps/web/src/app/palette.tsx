import { lazy, Suspense, useEffect } from 'react';

const load = () => import('./palette-dialog');
const PaletteDialog = lazy(() => load().then(({ PaletteDialog: Loaded }) => ({ default: Loaded })));

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** The palette, fetched when the browser has nothing else to do, so that it opens at once. */
export function Palette({ open, onOpenChange }: Props) {
  useEffect(() => {
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
    idle(() => void load());
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <PaletteDialog onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
