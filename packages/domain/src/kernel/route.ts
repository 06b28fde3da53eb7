import type * as z from 'zod';
import type { Refusal } from './refusals.js';

/**
 * Who may call a route at all: anybody, a signed-in person, a person with a seat in the path's
 * partnership, or the operator of the server.
 */
export type Access = 'public' | 'session' | 'seat' | 'operator';

/** One call of the product: where it is, what goes in, what comes out, and how it can be refused. */
export type Route<
  Id extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  id: Id;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`; `:name` is taken from the input's field of that name. */
  path: string;
  access: Access;
  /** One plain English sentence for the API's page. */
  summary: string;
  input: Input;
  output: Output;
  /** The refusals of this route beside those every route of its access can give. */
  refusals: readonly Refusal[];
  /** Set when the answer is not JSON. */
  produces?: 'text/csv' | 'text/html' | 'application/x-ndjson';
  /** Set when a browser shall save the answer under this name rather than show it. */
  fileName?: string;
};

export const route = <const Id extends string, I extends z.ZodType, O extends z.ZodType>(
  r: Route<Id, I, O>,
): Route<Id, I, O> => r;

/** What a caller sends. */
export type InputOf<R extends Route> = z.input<R['input']>;
/** What the server works with once the input is checked. */
export type ParsedOf<R extends Route> = z.output<R['input']>;
/** What the caller gets. */
export type OutputOf<R extends Route> = z.output<R['output']>;

const everyRoute = ['input.invalid', 'input.too-large', 'origin.refused', 'rate.limited', 'server.failed'] as const;
const byAccess = {
  public: [],
  session: ['session.missing'],
  seat: ['session.missing', 'not-found', 'seat.suspended'],
  operator: ['session.missing', 'not-found'],
} as const satisfies Record<Access, readonly Refusal[]>;

/** Every refusal a route can answer with. */
export function refusalsOf(r: Route): readonly Refusal[] {
  return [...everyRoute, ...byAccess[r.access], ...r.refusals];
}
