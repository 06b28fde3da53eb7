import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Raw = { status: number; headers: IncomingHttpHeaders; body: { code?: string; title?: string } };

/** Sends what `fetch` would not: a body in pieces without a length, or one that is cut off by the answer. */
function send(path: string, headers: Record<string, string>, pieces: string[] = []): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const method = pieces.length > 0 ? 'POST' : 'GET';
    const asked = request(`${workspace.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += String(chunk)));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: JSON.parse(text) as Raw['body'] }),
      );
    });
    asked.on('error', reject);
    for (const piece of pieces) asked.write(piece);
    asked.end();
  });
}

const json = () => ({ origin: workspace.url, 'content-type': 'application/json' });

describe('the way in', () => {
  it('refuses what is no JSON, also when it comes in pieces', async () => {
    const { status, body } = await send('/api/session', { ...json(), 'content-type': 'text/plain' }, ['{', '}']);
    expect([status, body.code]).toEqual([403, 'origin.refused']);
  });

  it('refuses a body over 1 MB as too large, and one that is no JSON inside as invalid', async () => {
    const large = await send('/api/session', json(), [`{"login":"${'x'.repeat(1_100_000)}"}`]);
    expect([large.status, large.body.code]).toEqual([413, 'input.too-large']);
    const broken = await send('/api/session', json(), ['{"login":']);
    expect([broken.status, broken.body.code]).toEqual([422, 'input.invalid']);
  });

  it.each(['/api/tidak-ada', '/metrics', '/assets/none.js', '/.env'])(
    'knows of %s no more than that it is not there, in the language asked for',
    async (path) => {
      const { status, headers, body } = await send(path, {
        accept: 'application/json',
        'accept-language': 'en-GB,en;q=0.9',
      });
      expect([status, body.code, body.title]).toEqual([404, 'not-found', 'This does not exist, or is not for you.']);
      expect(headers['content-type']).toMatch('application/problem+json');
      expect(headers['content-security-policy']).toMatch("script-src 'self';");
    },
  );
});
