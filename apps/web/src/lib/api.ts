import type { CallInput, CallOutput, Refusal, RouteId } from '@mufakat/domain';
import { wire } from '@mufakat/domain/browser';
import { awaiting } from './calm';

/** The server said no: why, and what the caller needs to mend it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: Refusal,
    readonly status: number,
    readonly data: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** The server could not be reached, so nothing is known about the change. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Whether it is this refusal; narrows in a handler. */
export function isRefused(error: unknown, code: Refusal): error is Refused {
  return error instanceof Refused && error.code === code;
}

type Fields = Record<string, unknown>;

/** The address of a route with its path and query filled in, for downloads and links. */
export function addressOf<Id extends RouteId>(id: Id, input: CallInput<Id>): string {
  const { method, path } = wire[id];
  const [filled, rest] = fill(path, input as Fields);
  return method === 'GET' ? `/api${filled}${query(rest)}` : `/api${filled}`;
}

/** Asks the server. Throws `Refused` when it says no, `Unreachable` when it does not answer. */
export async function call<Id extends RouteId>(
  id: Id,
  input: CallInput<Id>,
  signal?: AbortSignal,
): Promise<CallOutput<Id>> {
  const { method, path } = wire[id];
  const [, rest] = fill(path, input as Fields);
  const init: RequestInit = { method, credentials: 'same-origin', ...(signal ? { signal } : {}) };
  if (method !== 'GET') {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(rest);
  }
  const answer = await reach(addressOf(id, input), init);
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as CallOutput<Id>;
}

/** Fetches what a route produces as a file, such as CSV. */
export async function download<Id extends RouteId>(id: Id, input: CallInput<Id>): Promise<Blob> {
  const answer = await reach(addressOf(id, input), { credentials: 'same-origin' });
  if (!answer.ok) throw await refusalOf(answer);
  return answer.blob();
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await awaiting(fetch(address, init));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable('The server could not be reached', { cause: error });
  }
}

async function refusalOf(answer: Response): Promise<Refused> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; data?: Fields };
  const code = (problem.code as Refusal | undefined) ?? unknownRefusal(answer.status);
  return new Refused(code, answer.status, problem.data);
}

/** A proxy or a restarting server answers without our code. */
function unknownRefusal(status: number): Refusal {
  if (status === 404) return 'not-found';
  if (status === 401) return 'session.missing';
  return status === 502 || status === 503 || status === 504 ? 'server.restarting' : 'server.failed';
}

function fill(path: string, input: Fields): [string, Fields] {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return [filled, rest];
}

function query(fields: Fields): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}
