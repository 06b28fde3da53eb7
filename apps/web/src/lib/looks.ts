/** How the product looks on this device. */
export type Looks = { theme: 'system' | 'light' | 'dark'; size: 100 | 115 | 130 };

const key = 'mufakat.looks';
const dark = () => matchMedia('(prefers-color-scheme: dark)');

export function rememberedLooks(): Looks {
  try {
    const held = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Looks>;
    return { theme: held.theme ?? 'system', size: held.size ?? 100 };
  } catch {
    return { theme: 'system', size: 100 };
  }
}

/** Puts theme and text size on the page and keeps them for the next first paint. */
export function applyLooks(looks: Looks): void {
  try {
    localStorage.setItem(key, JSON.stringify(looks));
  } catch {
    // A browser that keeps nothing asks the account again.
  }
  const root = document.documentElement;
  root.dataset.theme = looks.theme === 'dark' || (looks.theme === 'system' && dark().matches) ? 'dark' : 'light';
  if (looks.size === 100) delete root.dataset.size;
  else root.dataset.size = String(looks.size);
}

/** Follows the device while nobody chose a theme. */
export function followDevice(): void {
  dark().addEventListener('change', () => applyLooks(rememberedLooks()));
}
