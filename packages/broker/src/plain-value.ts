import { PeerFault } from './close-codes.js';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses the names by which plain objects are turned into something else. */
export function refuseForbiddenKey(key: string | null): void {
  if (key !== null && forbidden.has(key)) throw new PeerFault('malformed', 'forbidden key');
}

/** Refuses forbidden keys and too much depth anywhere in a value that came from outside. */
export function refuseUnsafeValue(value: unknown, depthLeft: number): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (depthLeft === 0) throw new PeerFault('malformed', 'value too deep');
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value)) refuseForbiddenKey(key);
    refuseUnsafeValue((value as Record<string, unknown>)[key], depthLeft - 1);
  }
}
