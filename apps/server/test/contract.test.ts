import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  refusalsOf,
  routes,
  type AgendaItemId,
  type DocumentId,
  type GoalId,
  type InterestRoundId,
  type InvitationId,
  type MeetingId,
  type Route,
  type RouteId,
  type TargetId,
  type TaskId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { agreeingIn, good } from './agreeing.js';
import { fieldsOf, sampleInput, sampleWords } from './sample-input.js';
import { openWorkspace, type Answer, type Sitting, type Workspace } from './workspace.js';

/** Every law here holds for every route of the contract, also for those that are written tomorrow. */
const all = Object.values(routes) as Route[];
const writes = all.filter(({ method }) => method !== 'GET');
const seated = all.filter(({ access }) => access === 'seat');
const each = (chosen: readonly Route[]) => chosen.map((route) => [route.id, route] as const);

/** What a person does for themselves alone, and the alarm: an observer may, too. */
const personal: readonly string[] = ['recordVisit', 'readNotifications', 'reportMismatch'];

/** One real thing of every kind in a partnership, by the name it has in paths and bodies. */
type World = { sitting: Sitting; ids: Record<string, string>; versions: Record<string, number> };

let workspace: Workspace;
let ours: World;
let theirs: World;
let observer: Sitting;
let operator: Sitting;

beforeAll(async () => {
  workspace = await openWorkspace();
  const table = await workspace.partnership();
  ours = await worldOf(await workspace.person(await workspace.firm(table)));
  observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
  theirs = await worldOf(await workspace.person(await workspace.firm(await workspace.partnership())));
  operator = await workspace.person(await workspace.firm(await workspace.partnership()));
  await workspace.sql('update person set is_operator = true where id = $1', [operator.personId]);
});
afterAll(() => workspace.close());
// The limits on asking refill with time.
beforeEach(() => workspace.clock.advance(60_000));

async function worldOf(sitting: Sitting): Promise<World> {
  const { partnershipId, partnerId, organizationId, personId, seatId, shared } = sitting;
  const at = { partnershipId };
  const goalId = newId() as GoalId;
  const other = await workspace.person(await workspace.firm({ id: partnershipId, shared }));
  const table = agreeingIn(workspace);
  const meetingId = newId() as MeetingId;
  const taskId = newId() as TaskId;
  const targetId = newId() as TargetId;
  const agendaItemId = newId() as AgendaItemId;
  const documentId = newId() as DocumentId;
  const invitationId = newId() as InvitationId;
  const samples = (id: RouteId) => sampleInput(routes[id]);
  const make = async (id: RouteId, input: object): Promise<number> => {
    const answer = await workspace.call(sitting, id, { ...samples(id), ...at, ...input } as never);
    if (answer.status !== 200) throw new Error(`${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    const made = answer.body as { version?: number };
    return made.version ?? 1;
  };
  const draft = await table.completeDraft([sitting, other], { id: goalId, documentId, targetId });
  const signed = good(await table.sign(sitting, good(await table.propose(sitting, draft))));
  const [obligation] = signed.obligations;
  const word = signed.agreement.proposed?.signOffs[0];
  const checkInId = newId();
  await workspace.sql(
    `insert into check_in (id, goal_id, space_id, number, status, confidence, note, blockers, "values", by, at)
     values ($1, $2, $3, 1, 'on-track', 5, '', '', '[]', $4, now())`,
    [checkInId, goalId, shared, seatId],
  );
  const task = await make('createTask', { id: taskId });
  const times = { startsAt: '2026-11-25T02:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z', url: '' };
  await make('scheduleMeeting', { id: meetingId, documentId: newId() as DocumentId, ...times });
  const meeting = await make('addAgendaItem', { meetingId, agendaItemId, version: 1 });
  await make('createInvitation', { id: invitationId, kind: 'organization', standing: 'full', role: 'partner-admin' });
  const roundId = newId() as InterestRoundId;
  await make('askInterests', { id: roundId, goalIds: [goalId] });
  await make('answerInterests', { roundId, ratings: [{ goalId, importance: 1, benefit: 1, effort: 1 }] });
  return {
    sitting,
    ids: {
      ...{ partnershipId, partnerId, organizationId, personId, seatId, spaceId: shared },
      ...{
        obligationId: obligation?.id ?? '',
        revisionId: word?.revisionId ?? '',
        signOffId: word?.id ?? '',
        checkInId,
      },
      ...{ ownerId: seatId, measurerId: partnerId, harmedGoalId: goalId },
      ...{ goalId, targetId, taskId, meetingId, agendaItemId, invitationId, documentId, roundId },
      ...{ championId: seatId, reviewerId: seatId, assigneeId: seatId, chairId: seatId, presenterId: partnerId },
    },
    versions: { goals: signed.version, tasks: task, meetings: meeting },
  };
}

const namesInPath = (route: Route) => [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** An input the route accepts, that names the real things of a world in its path. */
function inputIn(world: World, route: Route): Record<string, unknown> {
  const ids = Object.fromEntries(namesInPath(route).map((name) => [name, world.ids[name] ?? newId()]));
  const input: Record<string, unknown> = { ...sampleInput(route), ...ids };
  const [, kind = ''] = /:partnershipId\/(\w+)/.exec(route.path) ?? [];
  if ('version' in input) input['version'] = world.versions[kind] ?? 1;
  return input;
}

/** Calls a route; whatever is asked, it answers as it says it does, or refuses with a code it declares. */
async function call(as: { token: string } | null, route: Route, input: object): Promise<Answer<{ code?: string }>> {
  const answer = (await workspace.call(as, route.id as RouteId, input as never)) as Answer<{ code?: string }>;
  const declared: readonly (string | undefined)[] = refusalsOf(route).filter((code) => code !== 'server.failed');
  if (answer.status !== 200) expect(declared).toContain(answer.body.code);
  return answer;
}

/** An answer without what differs from one request to the next. */
const told = ({ status, body }: Answer<object>) => ({ status, body: { ...body, requestId: '' } });

describe('every route', () => {
  it('is mounted, and nothing else is', () => {
    const server = workspace.app.getHttpAdapter().getInstance() as unknown as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const mounted = server.router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
    );
    expect(mounted.toSorted()).toEqual(all.map(({ method, path }) => `${method} /api${path}`).toSorted());
  });

  it.each(each(all.filter(({ access }) => access !== 'public')))('%s asks for sign-in', async (_, route) => {
    const answer = await call(null, route, inputIn(ours, route));
    expect([answer.status, answer.body.code]).toEqual([401, 'session.missing']);
  });

  it.each(each(all.filter(({ access }) => access === 'operator')))(
    '%s does not exist for who is no operator',
    async (_, route) => {
      expect(told(await call(ours.sitting, route, inputIn(ours, route)))).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    },
  );

  it.each(each(all))('%s refuses a name it does not know', async (_, route) => {
    const as = route.access === 'operator' ? operator : ours.sitting;
    const answer = await call(as, route, { ...inputIn(ours, route), takDikenal: 'x' });
    expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid']);
  });

  const texts = all.filter((route) => JSON.stringify(sampleInput(route)).includes(sampleWords));
  it.each(each(texts))('%s refuses text that no database keeps', async (_, route) => {
    const as = route.access === 'operator' ? operator : ours.sitting;
    const whole = JSON.stringify(inputIn(ours, route));
    for (const broken of ['x\\u0000x', 'x\\ud800x']) {
      const answer = await call(as, route, JSON.parse(whole.replace(sampleWords, broken)) as object);
      expect([answer.status, answer.body.code]).toEqual([422, 'input.invalid']);
    }
  });
});

describe('a person of another partnership', () => {
  it.each(each(seated))('learns nothing from %s of ours', async (_, route) => {
    const real = await call(theirs.sitting, route, inputIn(ours, route));
    const unknown = await call(theirs.sitting, route, { ...inputIn(ours, route), partnershipId: newId() });
    expect(told(real)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(told(real)).toEqual(told(unknown));
  });

  const reaching = seated.flatMap((route) =>
    namesInPath(route)
      .filter((name) => name !== 'partnershipId')
      .map((name) => [route.id, name, route] as const),
  );
  it.each(reaching)('reaches nothing of ours through %s of their own: %s', async (_, name, route) => {
    const input = inputIn(theirs, route);
    const real = await call(theirs.sitting, route, { ...input, [name]: ours.ids[name] });
    const unknown = await call(theirs.sitting, route, { ...input, [name]: newId() });
    expect(told(real)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(told(real)).toEqual(told(unknown));
  });

  const placeless = all
    .filter(({ access }) => access === 'session')
    .flatMap((route) => namesInPath(route).map((name) => [route.id, name, route] as const));
  it.each(placeless)('reaches nothing of ours through %s, which names no partnership: %s', async (_, name, route) => {
    const input = inputIn(theirs, route);
    const real = await call(theirs.sitting, route, { ...input, [name]: ours.ids[name] ?? newId() });
    const unknown = await call(theirs.sitting, route, { ...input, [name]: newId() });
    expect(told(real)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(told(real)).toEqual(told(unknown));
  });

  const naming = seated.flatMap((route) =>
    fieldsOf(route)
      .filter((name) => !namesInPath(route).includes(name) && name.endsWith('Id'))
      .filter((name) => !['documentId', 'targetId', 'obligationId', 'agendaItemId', 'subjectId'].includes(name))
      .map((name) => [route.id, name, route] as const),
  );
  it.each(naming)('cannot name ours in %s: %s', async (_, name, route) => {
    const input = inputIn(theirs, route);
    const real = await call(theirs.sitting, route, { ...input, [name]: ours.ids[name] });
    const unknown = await call(theirs.sitting, route, { ...input, [name]: newId() });
    expect(real.status).toBeGreaterThanOrEqual(400);
    expect(real.status).toBeLessThan(500);
    expect(told(real)).toEqual(told(unknown));
  });
});

describe('every write', () => {
  const send = async (route: Route, headers: Record<string, string>): Promise<Answer<{ code: string }>> => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => ours.ids[name] ?? newId());
    const response = await fetch(`${workspace.url}/api${path}`, {
      method: route.method,
      headers: { cookie: `sid=${ours.sitting.token}`, ...headers },
      body: '{}',
    });
    return { status: response.status, body: (await response.json()) as { code: string }, headers: response.headers };
  };
  const json = 'application/json';

  it.each(each(writes))('%s comes from a page of ours and brings JSON', async (_, route) => {
    const answers = [
      await send(route, { 'content-type': json, origin: 'https://lain.example' }),
      await send(route, { 'content-type': json }),
      await send(route, { 'content-type': 'text/plain', origin: workspace.url }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'origin.refused']));
  });

  const shared = writes.filter(({ access, id }) => access === 'seat' && !personal.includes(id));
  it.each(each(shared))('%s is not for observers', async (_, route) => {
    const answer = await call(observer, route, inputIn(ours, route));
    expect([403, 404, 422]).toContain(answer.status);
    expect(answer.body.code).not.toBe('input.invalid');
  });
});
