/** Another screen or person holds our client id: this document is given up for a new one. */
export const clash = 4409;
/** Not a code of the wire: the document has another history than the copy here. */
export const replaced = 0;
export const signIn = 4401;
const restart = 1012;
const later = 1013;
const tooFast = 4429;

const second = 1_000;

/** Whether asking again is pointless, by the table of close codes. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500 && code !== signIn && code !== tooFast;
}

/**
 * How long to wait before the next attempt, in milliseconds. Full jitter, so that a thousand clients do not come back
 * in the same moment; `attempt` counts from 0 since the line last worked.
 */
export function waitBefore(code: number, attempt: number, random: () => number): number {
  if (code === signIn) return 10 * second + random() * 5 * second;
  if (code === tooFast) return 5 * second + random() * 5 * second;
  if (code === restart) return random() * 4 * second;
  const first = code === later ? 2 * second : second / 2;
  return random() * Math.min(first * 2 ** attempt, 10 * second);
}
