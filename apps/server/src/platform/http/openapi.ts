import {
  ChainHead,
  Charter,
  Dashboard,
  Directory,
  Goal,
  GoalReading,
  HeldReceipt,
  HistoryItem,
  InterestRound,
  Invitation,
  JournalEntry,
  Me,
  Meeting,
  Member,
  Mismatch,
  Notification,
  OwnInterest,
  Partner,
  Partnership,
  refusals,
  refusalsOf,
  Task,
  TaskFact,
  TextNode,
  TextReading,
  TextVersion,
  Today,
  type Refusal,
  type Route,
} from '@mufakat/domain';
import * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;
type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema };
type Content = Record<string, { schema: JsonSchema }>;
export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content: Content }>;
};
export type ApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
};

/** The words of the product that get a name of their own in the document. */
const named = {
  ChainHead,
  Charter,
  Dashboard,
  Directory,
  Goal,
  GoalReading,
  HeldReceipt,
  HistoryItem,
  InterestRound,
  Invitation,
  JournalEntry,
  Me,
  Meeting,
  Member,
  Mismatch,
  Notification,
  OwnInterest,
  Partner,
  Partnership,
  Task,
  TaskFact,
  TextNode,
  TextReading,
  TextVersion,
  Today,
};

const problem: JsonSchema = {
  type: 'object',
  description: 'A refusal as RFC 9457 problem details. `title` speaks the language of the person.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(refusals) },
    requestId: { type: 'string' },
    data: { type: 'object' },
  },
  required: ['type', 'title', 'status', 'code', 'requestId'],
};

/** The contract as an OpenAPI 3.1 document, made from the routes alone. */
export function openApiOf(routes: readonly Route[], about: { version: string; cookieName: string }): ApiDocument {
  const answers = answerSchemas(routes);
  const paths: ApiDocument['paths'] = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, answers.of(route));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mufakat',
      version: about.version,
      description:
        'Ids are UUIDs made by the caller, so a create may be repeated. Writes carry the Origin of this server, and changes the version they were made from.',
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: { ...answers.named, Problem: problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: about.cookieName } },
    },
  };
}

function operationOf(route: Route, answer: JsonSchema): Operation {
  const { parameters, body } = inputOf(route);
  const [feature = 'server'] = route.path.replace('/partnerships/:partnershipId/', '/').split('/').filter(Boolean);
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [feature],
    security: route.access === 'public' ? [] : [{ session: [] }],
    parameters,
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      '200': { description: 'Done.', content: { [route.produces ?? 'application/json']: { schema: answer } } },
      ...refusalResponses(refusalsOf(route)),
    },
  };
}

/** Names of the path come from it; the rest of the input is the query of a GET and the body of everything else. */
function inputOf(route: Route): { parameters: Parameter[]; body: JsonSchema | null } {
  const input = withoutDialect(z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }));
  const properties = Object.entries((input.properties ?? {}) as Record<string, JsonSchema>);
  const required = (input.required ?? []) as string[];
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name));
  const parameters = properties
    .filter(([name]) => inPath.has(name) || route.method === 'GET')
    .map(([name, schema]): Parameter => {
      const isInPath = inPath.has(name);
      return { name, in: isInPath ? 'path' : 'query', required: isInPath || required.includes(name), schema };
    });
  const rest = properties.filter(([name]) => !inPath.has(name));
  if (route.method === 'GET' || rest.length === 0) return { parameters, body: null };
  const body: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: required.filter((name) => !inPath.has(name)),
    additionalProperties: false,
  };
  return { parameters, body };
}

/** The schema of each route's answer, in which the words of the product are references. */
function answerSchemas(routes: readonly Route[]) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const { id, output } of routes) if (!registry.has(output)) registry.add(output, { id: `${id}.answer` });
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const idOf = (route: Route) => registry.get(route.output)?.id ?? '';
  return {
    named: Object.fromEntries(Object.keys(named).map((id) => [id, withoutDialect(schemas[id] ?? {})])),
    of(route: Route): JsonSchema {
      const id = idOf(route);
      return id in named ? { $ref: `#/components/schemas/${id}` } : withoutDialect(schemas[id] ?? {});
    },
  };
}

function refusalResponses(codes: readonly Refusal[]): Operation['responses'] {
  const statuses = [...new Set(codes.map((code) => refusals[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [status, refusalResponse(codes.filter((code) => refusals[code].status === status))]),
  );
}

function refusalResponse(codes: readonly Refusal[]): Operation['responses'][string] {
  const schema: JsonSchema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: [...codes] } } }],
  };
  return {
    description: codes.map((code) => `${code}: ${refusals[code].en}`).join('\n'),
    content: { 'application/problem+json': { schema } },
  };
}

/** Inside the document the dialect is OpenAPI's own, and the document gives the schemas their addresses. */
function withoutDialect(schema: JsonSchema): JsonSchema {
  const bare = { ...schema };
  delete bare.$schema;
  delete bare.$id;
  delete bare.id;
  return bare;
}
