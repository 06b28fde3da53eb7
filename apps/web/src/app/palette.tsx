import type { PartnershipId } from '@mufakat/domain';
import { Later, useLater } from '@/lib/later';

const dialog = new Later(() => import('./palette-dialog'));

type Props = { partnershipId: PartnershipId | null; open: boolean; onOpenChange: (open: boolean) => void };

/** The palette, there before somebody looks for something. */
export function Palette({ partnershipId, open, onOpenChange }: Props) {
  const loaded = useLater(dialog, open);
  return open && loaded && <loaded.PaletteDialog partnershipId={partnershipId} onClose={() => onOpenChange(false)} />;
}
