import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Route } from './kernel/route.js';
import { refusals } from './kernel/refusals.js';
import { refusalsOf } from './kernel/route.js';
import { routes } from './routes.js';
import { sentencesSource, wireSource } from './browser-source.js';

const all = Object.entries(routes) as [string, Route][];

describe('the contract', () => {
  it('has the wire table the browser uses up to date', async () => {
    const file = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
    expect(await file('./wire.generated.ts')).toBe(wireSource());
    for (const language of ['id', 'en'] as const)
      expect(await file(`./kernel/refusals.${language}.generated.ts`)).toBe(sentencesSource(language));
  });

  it.each(all)('%s is filed under its own id and takes every name of its path from the input', (id, route) => {
    expect(route.id).toBe(id);
    const shape = (route.input as unknown as { shape: Record<string, unknown> }).shape;
    for (const [, name] of route.path.matchAll(/:(\w+)/g)) expect(Object.keys(shape)).toContain(name);
  });

  it.each(all)('%s with a seat names its partnership in the path', (_, route) => {
    if (route.access === 'seat') expect(route.path).toContain('/partnerships/:partnershipId');
  });

  it('declares no two routes at the same place', () => {
    const places = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(all)('%s declares each refusal once', (_, route) => {
    const declared = refusalsOf(route);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('has a sentence in both languages for every refusal', () => {
    for (const { id, en } of Object.values(refusals)) {
      expect(id).toMatch(/^.{10,}[.]$/);
      expect(en).toMatch(/^.{10,}[.]$/);
      expect(id).not.toBe(en);
    }
  });
});
