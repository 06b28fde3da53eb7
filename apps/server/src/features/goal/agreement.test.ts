import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Goal, GoalId, RevisionId, SignOffId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
let table: ReturnType<typeof agreeingIn>;
let [ana, budi, citra]: Sitting[] = [];
beforeAll(async () => {
  workspace = await openWorkspace();
  table = agreeingIn(workspace);
});
afterAll(() => workspace.close());

/** Three firms, a signatory each. */
beforeEach(async () => {
  const partnership = await workspace.partnership();
  ana = await workspace.person(await workspace.firm(partnership));
  budi = await workspace.person(await workspace.firm(partnership));
  citra = await workspace.person(await workspace.firm(partnership));
});

const everybody = () => [ana, budi, citra] as [Sitting, Sitting, Sitting];
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
const namesOf = async (as: Sitting) => (await workspace.journal(as.shared)).map(({ name }) => name);

describe('proposing a goal', () => {
  it('freezes what it says, text included, and asks every full partner', async () => {
    const [first] = everybody();
    const draft = await table.completeDraft(everybody());
    await table.write(first, draft, 'Kontainer berangkat tiap bulan.');
    const goal = good(await table.propose(first, draft));

    const { proposed } = goal.agreement;
    expect(goal.state).toBe('proposed');
    expect(proposed).toMatchObject({ number: 1, outcome: 'open', signOffs: [], proposedBy: first.seatId });
    expect(proposed?.signers).toEqual(everybody().map(({ partnerId }) => partnerId));
    const at = { partnershipId: goal.partnershipId, goalId: goal.id };
    const read = good(await workspace.call(first, 'readRevision', { ...at, revisionId: proposed?.id as RevisionId }));
    expect(JSON.stringify(read.content)).toContain('Kontainer berangkat tiap bulan.');
    expect(read.content).toMatchObject({ format: 'mufakat.goal/1', title: goal.title, benefit: 'market' });
    expect(good(await workspace.call(first, 'readDraft', at)).hash).toBe(proposed?.hash);
  });

  it('names everything a draft lacks, and each firm that has not said what it takes on', async () => {
    const [first, , third] = everybody();
    const made = await workspace.call(first, 'createGoal', {
      ...{ partnershipId: first.partnershipId, id: newId() as GoalId, documentId: newId() as Goal['documentId'] },
      ...{ title: 'Kosong', benefit: null, startsOn: null, endsOn: null, rank: 'a0', locale: 'id' },
    });
    const empty = await table.propose(first, good(made));
    expect(empty).toMatchObject({ status: 422, body: { code: 'goal.incomplete' } });
    expect((empty.body as unknown as { data: { gaps: unknown[] } }).data.gaps).toEqual([
      ...['benefit', 'target', 'champion', 'reviewer', 'dates'],
      ...everybody().map(({ partnerId }) => ({ obligationOf: partnerId })),
    ]);

    const draft = await table.completeDraft(everybody().slice(0, 2));
    const lacking = await table.propose(first, draft);
    expect(lacking.body).toMatchObject({ data: { gaps: [{ obligationOf: third.partnerId }] } });
  });

  it('takes a stated "none, because" for a firm that has no duty', async () => {
    const [first, , third] = everybody();
    const draft = await table.completeDraft(everybody().slice(0, 2));
    const none = await workspace.call(first, 'addObligation', {
      ...table.at(draft),
      ...{ obligationId: newId() as Goal['obligations'][number]['id'], partnerId: third.partnerId, kind: 'none' },
      ...{ text: 'Tidak mengekspor', ownerId: null, dueOn: null, every: null },
    });
    expect((await table.propose(first, good(none))).status).toBe(200);
  });

  it('is for who speaks for a firm and for the facilitator, not for everybody', async () => {
    const [first] = everybody();
    const colleague = await workspace.person(first, 'member', false);
    const facilitator = await workspace.person(
      await workspace.firm({ id: first.partnershipId, shared: first.shared }, 'facilitator'),
      'facilitator',
    );
    const draft = await table.completeDraft(everybody());
    expect(codeOf(await table.propose(colleague, draft))).toBe('seat.role-needed');
    expect((await table.propose(facilitator, draft)).status).toBe(200);
  });

  it('is refused for what says the same, and answered like the first time when repeated', async () => {
    const [first] = everybody();
    const id = newId() as RevisionId;
    const draft = await table.completeDraft(everybody());
    const goal = good(await table.propose(first, draft, id));
    expect((await table.propose(first, draft, id)).body).toEqual(goal);
    expect(codeOf(await table.propose(first, goal))).toBe('goal.unchanged');
  });

  it('can be withdrawn, and the goal is a draft again', async () => {
    const [first] = everybody();
    const goal = good(await table.propose(first, await table.completeDraft(everybody())));
    const revisionId = goal.agreement.proposed?.id as RevisionId;
    const back = good(await workspace.call(first, 'withdrawProposal', { ...table.at(goal), revisionId }));
    expect(back).toMatchObject({ state: 'draft', agreement: { proposed: null, inForce: null } });
    const all = await workspace.call(first, 'listRevisions', { partnershipId: goal.partnershipId, goalId: goal.id });
    expect(good(all)).toMatchObject([{ id: revisionId, outcome: 'withdrawn' }]);
  });
});

describe('signing', () => {
  it('brings a goal into force with the last firm, never before', async () => {
    const [first, second, third] = everybody();
    let goal = good(await table.propose(first, await table.completeDraft(everybody())));
    goal = good(await table.sign(first, goal));
    goal = good(await table.sign(second, goal, { verdict: 'agree-with-note', note: 'Bayar 14 hari' }));
    expect(goal).toMatchObject({ state: 'proposed', agreement: { inForce: null } });
    goal = good(await table.sign(third, goal));

    expect(goal).toMatchObject({ state: 'agreed', agreement: { proposed: null, inForce: { outcome: 'agreed' } } });
    expect(goal.agreement.inForce?.signOffs.map(({ verdict }) => verdict)).toEqual([
      'agree',
      'agree-with-note',
      'agree',
    ]);
    expect((await namesOf(first)).slice(-4)).toEqual(['goal.signed', 'goal.signed', 'goal.signed', 'goal.agreed']);
  });

  it('is refused for another content than the person was shown, and writes nothing down', async () => {
    const [first, second] = everybody();
    const shown = good(await table.propose(first, await table.completeDraft(everybody())));
    expect(codeOf(await table.sign(second, shown, { hash: 'a'.repeat(64) }))).toBe('revision.hash');

    const changed = good(await workspace.call(first, 'changeGoal', { ...table.at(shown), title: 'Lima kontainer' }));
    good(await table.propose(first, changed));
    const stale = await table.sign(second, shown);
    expect(stale).toMatchObject({ status: 409, body: { code: 'revision.replaced' } });
    expect((stale.body as unknown as { data: { current: Goal } }).data.current.agreement.proposed?.number).toBe(2);
    expect(await namesOf(first)).not.toContain('goal.signed');
  });

  it('is for the signatory of a firm that must sign, never for the facilitator or an observer', async () => {
    const [first] = everybody();
    const of = { id: first.partnershipId, shared: first.shared };
    const facilitator = await workspace.person(await workspace.firm(of, 'facilitator'), 'facilitator');
    const observer = await workspace.person(await workspace.firm(of, 'observer'), 'observer', false);
    const colleague = await workspace.person(first, 'partner-admin', false);
    const goal = good(await table.propose(first, await table.completeDraft(everybody())));
    expect(codeOf(await table.sign(facilitator, goal))).toBe('revision.replaced');
    expect(codeOf(await table.sign(observer, goal))).toBe('seat.read-only');
    expect(codeOf(await table.sign(colleague, goal))).toBe('sign-off.signatory-needed');
  });

  it('asks for the password again when it was typed more than twelve hours ago', async () => {
    const [first, second] = everybody();
    const goal = good(await table.propose(first, await table.completeDraft(everybody())));
    workspace.clock.advance(13 * 60 * 60 * 1000);
    expect(codeOf(await table.sign(second, goal))).toBe('session.confirm');
  });

  it('lets one of two people of a firm who sign at the same moment, and writes the other attempt down', async () => {
    const [first, second] = everybody();
    const colleague = await workspace.person(second);
    const goal = good(await table.propose(first, await table.completeDraft(everybody())));
    const answers = await Promise.all([
      table.sign(second, goal),
      table.sign(colleague, goal, { verdict: 'object', note: 'Terlalu cepat', change: 'Mulai Juli' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('sign-off.taken');
    const now = await table.read(first, goal);
    expect(now.agreement.proposed?.signOffs).toHaveLength(1);
    const [standing] = now.agreement.proposed?.signOffs ?? [];
    const refused = (await workspace.journal(first.shared)).filter(({ name }) => name === 'sign-off.refused');
    expect(refused).toMatchObject([{ data: { partnerId: second.partnerId, standing: standing?.id } }]);
    expect(refused[0]?.by).not.toBe(standing?.signedBy);
  });

  it('wants a reason and a way out with an objection, and keeps an agreement from coming about', async () => {
    const [first, second, third] = everybody();
    let goal = good(await table.propose(first, await table.completeDraft(everybody())));
    expect(codeOf(await table.sign(second, goal, { verdict: 'object' }))).toBe('sign-off.reason-missing');
    expect(codeOf(await table.sign(second, goal, { verdict: 'agree-with-note' }))).toBe('sign-off.note-missing');
    const word = { note: 'Kami menjual kayu', change: 'Kecualikan kayu jati', harmedGoalId: goal.id };
    goal = good(await table.sign(second, goal, { verdict: 'object', ...word }));
    goal = good(await table.sign(first, goal));
    goal = good(await table.sign(third, goal));
    expect(goal).toMatchObject({ state: 'proposed', agreement: { inForce: null } });
    expect(goal.agreement.proposed?.signOffs[0]).toMatchObject({ verdict: 'object', ...word });
  });

  it('can be taken back until every firm has agreed, and not after', async () => {
    const [first, second, third] = everybody();
    let goal = good(await table.propose(first, await table.completeDraft(everybody())));
    goal = good(await table.sign(second, goal));
    const word = goal.agreement.proposed?.signOffs[0];
    const at = { partnershipId: goal.partnershipId, goalId: goal.id, revisionId: word?.revisionId as RevisionId };
    const signOffId = word?.id as SignOffId;
    expect(codeOf(await workspace.call(first, 'withdrawSignOff', { ...at, signOffId }))).toBe(
      'sign-off.signatory-needed',
    );
    goal = good(await workspace.call(second, 'withdrawSignOff', { ...at, signOffId }));
    expect(goal.agreement.proposed?.signOffs).toEqual([]);

    for (const person of [first, second, third]) goal = good(await table.sign(person, goal));
    const bound = goal.agreement.inForce?.signOffs.at(-1);
    const late = await workspace.call(third, 'withdrawSignOff', { ...at, signOffId: bound?.id as SignOffId });
    expect(codeOf(late)).toBe('sign-off.binding');
  });
});

describe('an amendment', () => {
  it('leaves what was agreed in force until every firm has agreed on the new one', async () => {
    const [first, second, third] = everybody();
    let goal = await table.agreedGoal(everybody());
    const agreed = goal.agreement.inForce;
    const [target] = goal.targets;
    const { id: targetId, current: _, ...fields } = target as Goal['targets'][number];
    goal = good(await workspace.call(first, 'changeTarget', { ...table.at(goal), targetId, ...fields, target: '5' }));
    expect(goal.agreement).toMatchObject({ isChanged: true, inForce: agreed, proposed: null });

    goal = good(await table.propose(first, goal));
    goal = good(await table.sign(first, goal));
    goal = good(await table.sign(second, goal));
    expect(goal).toMatchObject({ state: 'agreed', agreement: { inForce: { id: agreed?.id }, isChanged: true } });
    expect(goal.agreement.signedBefore).toEqual(expect.arrayContaining(everybody().map(({ partnerId }) => partnerId)));
    goal = good(await table.sign(third, goal));
    expect(goal.agreement).toMatchObject({ isChanged: false, proposed: null, inForce: { number: 2 } });
    const all = await workspace.call(first, 'listRevisions', { partnershipId: goal.partnershipId, goalId: goal.id });
    expect(good(all).map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, 'agreed'],
      [1, 'agreed'],
    ]);
  });

  it('voids the words on the proposal it replaces', async () => {
    const [first, second] = everybody();
    let goal = good(await table.propose(first, await table.completeDraft(everybody())));
    goal = good(await table.sign(second, goal));
    goal = good(await workspace.call(first, 'changeGoal', { ...table.at(goal), title: 'Lain' }));
    expect(goal.agreement).toMatchObject({ isAhead: true, isChanged: false });
    goal = good(await table.propose(first, goal));
    expect(goal.agreement).toMatchObject({ proposed: { number: 2, signOffs: [] }, signedBefore: [second.partnerId] });
  });

  it('lets a firm that joined later sign beside the others, without being counted', async () => {
    const [first] = everybody();
    const goal = await table.agreedGoal(everybody());
    const late = await workspace.person(
      await workspace.firm({ id: first.partnershipId, shared: first.shared }),
      'partner-admin',
    );
    const signed = good(await table.sign(late, goal));
    expect(signed.agreement.inForce?.signers).not.toContain(late.partnerId);
    expect(signed.agreement.inForce?.signOffs.map(({ partnerId }) => partnerId)).toContain(late.partnerId);
  });
});

describe('ending a goal', () => {
  const end = (as: Sitting, goal: Goal, id = newId() as RevisionId) =>
    workspace.call(as, 'proposeEnding', {
      ...{ ...table.at(goal), id, outcome: 'partly', lessons: 'Oven menentukan jadwal' },
    });

  it('is a proposal that every firm signs, and leaves what was agreed readable', async () => {
    const [first, second, third] = everybody();
    const agreed = await table.agreedGoal(everybody());
    let goal = good(await end(first, agreed));
    expect(goal).toMatchObject({
      state: 'agreed',
      agreement: { proposed: { kind: 'ending', ending: 'partly', number: 2 } },
    });
    expect(goal.agreement.isAhead).toBe(false);
    for (const person of [first, second]) goal = good(await table.sign(person, goal));
    expect(goal.state).toBe('agreed');
    goal = good(await table.sign(third, goal));
    expect(goal).toMatchObject({
      state: 'partly',
      agreement: { proposed: null, inForce: { id: agreed.agreement.inForce?.id } },
    });
    expect((await namesOf(first)).slice(-2)).toEqual(['goal.signed', 'goal.ended']);

    const at = { partnershipId: goal.partnershipId, goalId: goal.id };
    const [ending] = good(await workspace.call(first, 'listRevisions', at));
    const { content } = good(
      await workspace.call(first, 'readRevision', { ...at, revisionId: ending?.id as RevisionId }),
    );
    const lessons = 'Oven menentukan jadwal';
    expect(content).toMatchObject({ format: 'mufakat.goal-ending/1', of: agreed.agreement.inForce?.hash, lessons });
    expect(codeOf(await end(first, goal))).toBe('goal.over');
  });

  it('is only for what was agreed, and is put aside by an objection and another proposal', async () => {
    const [first, second] = everybody();
    expect(codeOf(await end(first, await table.completeDraft(everybody())))).toBe('goal.not-agreed');
    let goal = good(await end(first, await table.agreedGoal(everybody())));
    goal = good(await table.sign(second, goal, { verdict: 'object', note: 'Belum selesai', change: 'Tunggu Mei' }));
    expect(goal.state).toBe('agreed');
    const changed = good(await workspace.call(first, 'changeGoal', { ...table.at(goal), title: 'Lain' }));
    goal = good(await table.propose(first, changed));
    expect(goal.agreement.proposed).toMatchObject({ kind: 'content', number: 3, signOffs: [] });
  });
});

describe('what is signed', () => {
  const hashOf = async (goal: Goal) =>
    good(await workspace.call(ana as Sitting, 'readDraft', { partnershipId: goal.partnershipId, goalId: goal.id }))
      .hash;

  it('is the same after a report, a move of the card and a duty met, and another after anything that binds', async () => {
    const [first, second, third] = everybody();
    let goal = await table.completeDraft(everybody());
    const hash = await hashOf(goal);
    const [target] = goal.targets as [Goal['targets'][number]];
    const [duty] = goal.obligations as [Goal['obligations'][number]];
    const { id: targetId, current: _, ...measured } = target;
    const { id: obligationId, ...promised } = duty;
    const call = async (
      id: 'reportTarget' | 'moveGoal' | 'changeObligation' | 'changeGoal' | 'changeTarget',
      input: object,
    ) => (goal = good(await workspace.call(first, id, { ...table.at(goal), ...input } as never)) as Goal);

    await call('reportTarget', { targetId, current: '3' });
    await call('moveGoal', { state: 'draft', rank: 'b5' });
    await call('changeObligation', { obligationId, ...promised, state: 'met', ownerId: first.seatId });
    expect(await hashOf(goal)).toBe(hash);

    const changes: (() => Promise<unknown>)[] = [
      () => call('changeGoal', { title: `${goal.title}!` }),
      () => call('changeGoal', { championId: third.seatId }),
      () => call('changeGoal', { endsOn: '2027-06-30' }),
      () => call('changeTarget', { targetId, ...measured, target: '5' }),
      () => call('changeTarget', { targetId, ...measured, splits: [{ partnerId: second.partnerId, share: '2' }] }),
      () => call('changeObligation', { obligationId, ...promised, state: 'open', text: 'Mengisi sepertiga' }),
      () => table.write(first, goal, 'Satu huruf a'),
      () => table.write(first, goal, 'Satu huruf b'),
    ];
    const seen = new Set([hash]);
    for (const change of changes) {
      await change();
      seen.add(await hashOf(goal));
    }
    expect(seen.size).toBe(changes.length + 1);
  });

  it('tells every screen, by itself, when the text no longer says what was agreed, and when it does again', async () => {
    const [first, second] = everybody();
    const draft = await table.completeDraft(everybody());
    await table.write(first, draft, 'Berangkat tiap bulan');
    let goal = good(await table.propose(first, await table.read(first, draft)));
    for (const person of everybody()) goal = good(await table.sign(person, goal));

    await table.write(second, goal, 'Berangkat tiap pekan');
    const changed = await eventually(
      () => table.read(first, goal),
      ({ agreement }) => agreement.isChanged,
    );
    expect(changed.agreement.inForce).toEqual(goal.agreement.inForce);
    expect((await workspace.journal(first.shared)).at(-1)).toMatchObject({ name: 'goal.draft-differs', by: null });

    await table.write(second, goal, 'Berangkat tiap bulan');
    await eventually(
      () => table.read(first, goal),
      ({ agreement }) => !agreement.isChanged,
    );
  });

  it('never changes: the application itself may not alter or delete a revision', async () => {
    const goal = await table.agreedGoal(everybody());
    const id = goal.agreement.inForce?.id;
    await expect(workspace.sql(`update revision set hash = repeat('0', 64) where id = $1`, [id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(workspace.sql('delete from revision where id = $1', [id])).rejects.toThrow(/permission denied/);
    await expect(workspace.sql('delete from sign_off where revision_id = $1', [id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(workspace.sql(`update sign_off set verdict = 'object' where revision_id = $1`, [id])).rejects.toThrow(
      /permission denied/,
    );
  });
});

async function eventually<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise((done) => setTimeout(done, 50));
  }
}
