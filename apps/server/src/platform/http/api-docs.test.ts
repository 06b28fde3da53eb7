import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusals, refusalsOf, routes, type Route } from '@mufakat/domain';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
import { html } from './api-page.js';
import type { ApiDocument } from './openapi.js';

const all: readonly Route[] = Object.values(routes);

let workspace: Workspace;
let document: ApiDocument;
let token: string;
beforeAll(async () => {
  workspace = await openWorkspace();
  const { ana } = await workspace.threePeople();
  token = ana.token;
  document = (await workspace.ask<ApiDocument>(token, 'GET', '/openapi.json')).body;
});
afterAll(() => workspace.close());

const operationOf = (route: Route) =>
  document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];

describe('the API document', () => {
  it('is for any program to read; its page asks for sign-in', async () => {
    expect((await workspace.ask(null, 'GET', '/openapi.json')).status).toBe(200);
    expect((await workspace.ask(null, 'GET', '/docs')).status).toBe(401);
  });

  it('is OpenAPI 3.1 and holds every route of the contract once', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info.title).toBe('Mufakat');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it.each(all.map((route) => [route.id, route] as const))('says all that %s takes and refuses', (_, route) => {
    const operation = operationOf(route);
    const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? [];
    expect(new Set(inPath.map(({ name }) => name))).toEqual(new Set(named));
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(operation?.security).toEqual(route.access === 'public' ? [] : [{ session: [] }]);
    expect(operation?.requestBody === undefined || route.method !== 'GET').toBe(true);

    const { 200: answer, ...refused } = operation?.responses ?? {};
    expect(Object.keys(answer?.content ?? {})).toEqual([route.produces ?? 'application/json']);
    const codes = Object.entries(refused).flatMap(([status, { content }]) => {
      const [, narrowed] = content['application/problem+json']?.schema.allOf ?? [];
      const codes = Object(narrowed?.properties?.['code']).enum as (keyof typeof refusals)[];
      expect(codes.every((code) => refusals[code].status === Number(status))).toBe(true);
      return codes;
    });
    expect(codes.sort()).toEqual([...refusalsOf(route)].sort());
  });

  it('refers only to schemas it holds, and names no other dialect', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(20);
    for (const reference of references) {
      const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? [];
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    expect(text).not.toContain('$schema');
  });
});

describe('the API page', () => {
  it('is HTML without scripts, its one style sheet vouched for by the policy of the answer', async () => {
    const { body, headers } = await workspace.ask<string>(token, 'GET', '/docs');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).not.toMatch(/<script|\son\w+=|style="/);
    const [, nonce = ''] = /<style nonce="([^"]+)">/.exec(body) ?? [];
    expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    for (const { id } of all) expect(body).toContain(`<article id="${id}">`);
  });

  it('escapes what stands in the contract', () => {
    expect(html(`<b a="1">&'`)).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&#39;');
  });
});
