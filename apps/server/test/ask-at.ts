import { type CallInput, type CallOutput, type Route, type RouteId, routes } from '@mufakat/domain';

export type Answer<T> = { status: number; body: T; headers: Headers };

/** Asks a server as a browser of this person, or of nobody, would. */
export function askAt(url: string) {
  async function ask<T = unknown>(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        ...(token && { cookie: `sid=${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  /** Calls a route of the contract as somebody, or as nobody. */
  function call<Id extends RouteId>(
    as: { token: string } | null,
    id: Id,
    input: CallInput<Id>,
  ): Promise<Answer<CallOutput<Id>>> {
    const route: Route = routes[id];
    const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = encodeURIComponent(String(rest[name]));
      delete rest[name];
      return value;
    });
    if (route.method !== 'GET') return ask(as?.token ?? null, route.method, path, rest);
    const query = new URLSearchParams(
      Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]),
    ).toString();
    return ask(as?.token ?? null, 'GET', query ? `${path}?${query}` : path);
  }

  return { ask, call };
}
