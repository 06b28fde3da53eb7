import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ isDemo: true });
});
afterAll(() => workspace.close());

describe('the demo', () => {
  it('lists everybody with a seat once and signs in as any of them, without a password', async () => {
    const { ana } = await workspace.threePeople();
    const people = (await workspace.call(null, 'listDemoPeople', {})).body;
    expect(people).toHaveLength(3);
    expect(people).toContainEqual(expect.objectContaining({ id: ana.personId, role: 'partner-admin', letters: 'FA' }));
    const answer = await workspace.call(null, 'signInAsDemoPerson', { personId: ana.personId });
    expect(answer.body.person.id).toBe(ana.personId);
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=/);
  });

  it('knows nobody else, and never waits for a set-up', async () => {
    const nobody = newId() as PersonId;
    expect((await workspace.call(null, 'signInAsDemoPerson', { personId: nobody })).status).toBe(404);
    expect((await workspace.call(null, 'about', {})).body).toEqual({
      version: 'test',
      isDemo: true,
      needsSetup: false,
      sendsMail: false,
    });
  });
});
