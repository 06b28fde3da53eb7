import { randomBytes } from 'node:crypto';
import { digestOf } from '@mufakat/proof';

/** A piece of erasable text taken out of an entry: where it stood, and the salt of its digest. */
export type SealedText = { path: string; salt: Buffer; value: string };

/** Shown where a text was erased on a person's request. */
export const erased = '—';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Takes erasable texts out of an entry's data and leaves salted digests, `{ "digest": base64 }`, in their place,
 * so that the hash chain still verifies after a text is erased.
 */
export function seal(data: unknown, paths: readonly string[]): { sealed: unknown; texts: SealedText[] } {
  const sealed = structuredClone(data) as Json;
  const texts: SealedText[] = [];
  for (const path of paths) {
    visit(sealed, path.split('.'), [], (value, place) => {
      const salt = randomBytes(16);
      texts.push({ path: place, salt, value });
      return { digest: digestOf(salt, value) };
    });
  }
  return { sealed, texts };
}

/** Puts the texts back where they stood; an erased one reads as a dash. */
export function unseal(sealed: unknown, texts: readonly { path: string; value: string | null }[]): unknown {
  const data = structuredClone(sealed) as Json;
  for (const { path, value } of texts) put(data, path.split('.'), value ?? erased);
  return data;
}

function visit(node: Json, path: string[], place: string[], replace: (value: string, place: string) => Json): void {
  const [name, ...rest] = path;
  if (node === null || typeof node !== 'object' || name === undefined) return;
  const keys = name === '*' ? Object.keys(node) : [name];
  for (const key of keys) {
    const holder = node as Record<string, Json>;
    const child = holder[key];
    if (child === undefined || child === null) continue;
    const here = [...place, key];
    if (rest.length > 0) visit(child, rest, here, replace);
    else if (typeof child === 'string') holder[key] = replace(child, here.join('.'));
  }
}

function put(node: Json, path: string[], value: string): void {
  const [name, ...rest] = path;
  if (node === null || typeof node !== 'object' || name === undefined) return;
  const holder = node as Record<string, Json>;
  if (rest.length === 0) holder[name] = value;
  else put(holder[name] ?? null, rest, value);
}
