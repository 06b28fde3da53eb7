import { routes, type CallInput, type CallOutput, type Route, type RouteId } from '@mufakat/domain';

/** Calls a route of the contract as a browser of this server would; keeps the session cookie it is given. */
export class Caller {
  cookie = '';

  constructor(private readonly url: string) {}

  async call<Id extends RouteId>(id: Id, input: CallInput<Id>): Promise<CallOutput<Id>> {
    const route: Route = routes[id];
    const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = encodeURIComponent(String(rest[name]));
      delete rest[name];
      return value;
    });
    const isRead = route.method === 'GET';
    const query = isRead
      ? new URLSearchParams(Object.entries(rest).map(([k, v]) => [k, String(v)] as [string, string])).toString()
      : '';
    const answer = await fetch(`${this.url}/api${path}${query && `?${query}`}`, {
      method: route.method,
      headers: { origin: this.url, cookie: this.cookie, ...(!isRead && { 'content-type': 'application/json' }) },
      ...(!isRead && { body: JSON.stringify(rest) }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';', 1)[0] ?? '';
    if (!answer.ok) throw new Error(`${id} was refused: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as CallOutput<Id>;
  }
}
