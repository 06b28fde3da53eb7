const lastKey = 'mufakat.partnership';

/** Where this device was last. */
export function lastPartnership(): string | null {
  try {
    return localStorage.getItem(lastKey);
  } catch {
    return null;
  }
}

export function rememberPartnership(id: string): void {
  try {
    localStorage.setItem(lastKey, id);
  } catch {
    // A browser that keeps nothing starts with the first partnership.
  }
}
