import type { Head } from '@mufakat/proof';

const keyOf = (personId: string, spaceId: string) => `mufakat.head.${personId}.${spaceId}`;

/** The last entry of a space that this device has checked for this person; null on a new device. */
export function seenHead(personId: string, spaceId: string): Head | null {
  try {
    const { sequence, hash } = JSON.parse(localStorage.getItem(keyOf(personId, spaceId)) ?? 'null') as Head;
    return Number.isInteger(sequence) && typeof hash === 'string' ? { sequence, hash } : null;
  } catch {
    // Nothing kept, or nothing that can be read: a receipt of the firm takes its place.
    return null;
  }
}

/** Keeps what was checked and found whole. It never goes back. */
export function rememberHead(personId: string, spaceId: string, { sequence, hash }: Head): void {
  if ((seenHead(personId, spaceId)?.sequence ?? -1) > sequence) return;
  try {
    localStorage.setItem(keyOf(personId, spaceId), JSON.stringify({ sequence, hash }));
  } catch {
    // A browser that keeps nothing starts from the receipts each time.
  }
}
