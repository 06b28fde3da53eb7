const key = 'mufakat.recent';
const most = 6;

/** What was run from the palette on this device, the last one first; sign-out forgets it. */
export function recentDeeds(): string[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(held) ? held.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts what was just run before the others. */
export function rememberDeed(id: string): void {
  try {
    const others = recentDeeds().filter((held) => held !== id);
    localStorage.setItem(key, JSON.stringify([id, ...others].slice(0, most)));
  } catch {
    // A browser that keeps nothing shows no recent ones.
  }
}
