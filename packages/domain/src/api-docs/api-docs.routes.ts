import * as z from 'zod';
import { route } from '../kernel/route.js';

export const readApiDocument = route({
  id: 'readApiDocument',
  method: 'GET',
  path: '/openapi.json',
  access: 'public',
  summary: 'This contract as an OpenAPI 3.1 document.',
  input: z.object({}),
  output: z.looseObject({ openapi: z.string() }),
  refusals: [],
});

export const readApiPage = route({
  id: 'readApiPage',
  method: 'GET',
  path: '/docs',
  access: 'session',
  summary: 'This contract as a page to read.',
  input: z.object({}),
  output: z.string(),
  refusals: [],
  produces: 'text/html',
});

export const apiDocsRoutes = { readApiDocument, readApiPage } as const;
