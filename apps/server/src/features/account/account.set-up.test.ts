import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganizationId, PartnershipId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { startOf, type Start } from '../../../test/starting.js';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
import { SetupCode } from './setup-code.js';

let workspace: Workspace;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-setup-'));
  workspace = await openWorkspace({ dataDir });
});
afterEach(() => workspace.close());

const inputWith = (code: string, name = 'Siti Rahma') => ({
  code,
  name,
  honorific: 'bu' as const,
  login: '0812 3456 7890',
  password: 'kerbau ungu naik sepeda',
  locale: 'id' as const,
  organization: {
    id: newId() as OrganizationId,
    name: 'Jati Makmur',
    kind: 'sme' as const,
    size: 'small' as const,
    place: 'Jepara',
  },
  partnership: {
    id: newId() as PartnershipId,
    name: 'Klaster Mebel',
    type: 'cluster' as const,
    purpose: 'Tumbuh bersama',
    zone: 'Asia/Jakarta' as const,
    standing: 'full' as const,
  },
});
const announce = async () => (await workspace.app.get(SetupCode).announce()) ?? '';

describe('the first start', () => {
  it('makes the operator, the firm and the partnership once, and is closed for ever after', async () => {
    const code = await announce();
    expect(code.replaceAll('-', '')).toMatch(/^[0-9A-F]{32}$/);
    const file = join(dataDir, 'setup-code');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await workspace.call(null, 'about', {})).body.needsSetup).toBe(true);

    const answer = await workspace.call(null, 'setUp', inputWith(code.toLowerCase()));
    expect(answer.status).toBe(200);
    expect(answer.body.person).toMatchObject({ name: 'Siti Rahma', phone: '+6281234567890', isOperator: true });
    expect(answer.body.seats).toHaveLength(1);
    expect(answer.body.organizations).toEqual([expect.objectContaining({ name: 'Jati Makmur', role: 'owner' })]);
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=/);
    expect(existsSync(file)).toBe(false);

    expect(await workspace.call(null, 'setUp', inputWith(code))).toMatchObject({
      status: 404,
      body: { code: 'setup.closed' },
    });
    expect((await workspace.call(null, 'about', {})).body.needsSetup).toBe(false);
    expect(await workspace.app.get(SetupCode).announce()).toBeNull();
    const names = await workspace.sql<{ name: string }>(
      `select name from journal join space on space.id = space_id where kind = 'server' order by journal.sequence`,
    );
    expect(names.map(({ name }) => name)).toEqual(['person.joined', 'server.set-up', 'session.started']);
  });

  it('brings the goals and ways of its type, and stays open when they lack something', async () => {
    const code = await announce();
    const input = inputWith(code);
    const begin = (start: Start) =>
      workspace.call(null, 'setUp', { ...input, partnership: { ...input.partnership, start } });
    const start = startOf('cluster');
    const lacking = await begin({ ...start, charter: { ...start.charter, place: '' } });
    expect(lacking).toMatchObject({ status: 422, body: { code: 'charter.place-missing' } });
    expect((await begin(start)).status).toBe(200);
    const goals = await workspace.sql<{ title: string }>('select title from goal order by rank');
    expect(goals.map(({ title }) => title)).toEqual(start.goals.map(({ title }) => title));
  });

  it('makes one owner when many try at once', async () => {
    const code = await announce();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => workspace.call(null, 'setUp', inputWith(code, `Orang ${n}`))),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404, 404, 404]);
    expect(await workspace.sql('select 1 from person')).toHaveLength(1);
  });

  it('refuses a wrong code, an old one, one that was replaced, and makes nothing', async () => {
    const first = await announce();
    const code = await announce();
    for (const typed of ['0000', first, `${code}0`]) {
      expect(await workspace.call(null, 'setUp', inputWith(typed))).toMatchObject({
        status: 422,
        body: { code: 'setup.refused' },
      });
    }
    workspace.clock.advance(60 * 60_000);
    expect((await workspace.call(null, 'setUp', inputWith(code))).status).toBe(422);
    expect(await workspace.sql('select 1 from person')).toHaveLength(0);
  });

  it('keeps the code when the password is too easy', async () => {
    const code = await announce();
    const weak = await workspace.call(null, 'setUp', { ...inputWith(code), password: 'siti rahma 2026' });
    expect(weak.body).toMatchObject({ code: 'password.common' });
    expect((await workspace.call(null, 'setUp', inputWith(code))).status).toBe(200);
  });
});
