import { fromBase64, toBase64 } from 'lib0/buffer';
import { type HttpLine, LineClosed } from './http-line.js';

/** Where the API is, such as `/api`, and for whom. `fetch` may be given to add what a browser adds by itself. */
export interface FetchSettings {
  api: string;
  documentId: string;
  personId: string;
  fetch?: typeof globalThis.fetch;
}

const unreadable = 422;
/** The refusals that have a closing code of their own: 4000 and the status. */
const refusals = new Set([401, 403, 404, 409, 413, 429]);

/** The way over HTTP with `fetch`, by the contract's `readUpdates` and `sendUpdate`. */
export function fetchLine({ api, documentId, personId, fetch = globalThis.fetch }: FetchSettings): HttpLine {
  const address = `${api}/documents/${documentId}/updates`;
  const ask = async (url: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(url, { credentials: 'same-origin', ...init });
    if (answer.ok) return answer.json();
    if (refusals.has(answer.status)) throw new LineClosed(4000 + answer.status);
    if (answer.status === unreadable) throw new LineClosed(4400);
    throw new Error(`the server answered ${answer.status}`);
  };
  return {
    async read(after) {
      const news = await ask(`${address}?after=${after}`, {});
      const { generation, sequence, updates } = news as { generation: number; sequence: number; updates: string[] };
      return { generation, sequence, updates: updates.map(fromBase64) };
    },
    async send(update, generation) {
      await ask(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personId, generation, update: toBase64(update) }),
      });
    },
  };
}
