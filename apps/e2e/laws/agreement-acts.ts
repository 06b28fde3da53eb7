import type {
  CheckInId,
  DocumentId,
  Goal,
  GoalId,
  ObligationId,
  PersonId,
  RevisionId,
  SignOffId,
  TargetId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { agreeingIn } from '../../server/test/agreeing.js';
import type { Running, Sitting } from '../../server/test/workspace.js';
import type { Act, Table } from './acts.js';

/**
 * From a draft to an agreement, with everything that may come between. `agreement.phone.test.ts` tells what the product
 * does by itself after seven days, because only a clock can be asked for that.
 */
export function agreementActs(workspace: Running, { ana, budi, ratna, operator }: Table): Act[] {
  const table = agreeingIn(workspace);
  const { partnershipId } = ana;
  let goal: Goal;
  /** Asks as somebody and keeps what the goal is then. */
  const keep = async (answer: Promise<{ status: number; body: Goal }>): Promise<Goal> => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
    return (goal = body);
  };
  const now = async () => (goal = await table.read(ana, goal));
  const proposed = () => ({ partnershipId, goalId: goal.id, revisionId: goal.agreement.proposed?.id as RevisionId });
  const wordOf = (firm: Sitting) =>
    goal.agreement.proposed?.signOffs.find(({ partnerId }) => partnerId === firm.partnerId)?.id as SignOffId;
  const duty = { kind: 'duty', text: 'Mengirim 300 kursi', ownerId: null, dueOn: null, every: null } as const;
  const obligationId = newId() as ObligationId;
  const mine = () => ({ ...table.at(goal), obligationId, partnerId: ana.partnerId, ...duty });
  const record = () =>
    workspace.call(ratna, 'recordSignOff', {
      ...{ ...proposed(), id: newId() as SignOffId, partnerId: budi.partnerId },
      ...{ verdict: 'agree', note: '', change: '', harmedGoalId: null },
      call: { spokeWith: 'Pak Budi', at: '2026-11-24T01:00:00.000Z', evidence: 'Buku telepon' },
    });
  const answer = (isRight: boolean) =>
    workspace.call(budi, 'confirmSignOff', {
      ...{ ...proposed(), signOffId: wordOf(budi), hash: goal.agreement.proposed?.hash ?? '', isRight },
    });

  return [
    {
      says: 'goal.obligation-added',
      does: async () => {
        const third = await thirdFirm(workspace, ana, budi);
        const ids = { id: newId() as GoalId, documentId: newId() as DocumentId, targetId: newId() as TargetId };
        goal = await table.completeDraft([ana, budi, third], ids);
        await keep(workspace.call(ana, 'addObligation', mine()));
      },
    },
    {
      says: 'goal.obligation-changed',
      does: () => keep(workspace.call(ana, 'changeObligation', { ...mine(), state: 'met' })),
    },
    {
      says: 'goal.obligation-removed',
      does: () => keep(workspace.call(ana, 'removeObligation', { ...table.at(goal), obligationId })),
    },
    { says: 'goal.proposed', does: () => keep(table.propose(ana, goal)) },
    {
      says: 'goal.proposal-withdrawn',
      does: () => keep(workspace.call(ana, 'withdrawProposal', { ...table.at(goal), ...proposed() })),
    },
    {
      says: 'goal.proposal-void',
      does: async () => {
        await keep(table.propose(ana, goal));
        const { organizationId } = await thirdFirm(workspace, ana, budi);
        await workspace.call(operator, 'suspendOrganization', { organizationId, reason: 'Diminta firmanya' });
        await workspace.settled();
        await workspace.call(operator, 'restoreOrganization', { organizationId });
        await now();
      },
    },
    {
      says: 'goal.signed',
      does: async () => {
        await keep(table.propose(ana, goal));
        await keep(table.sign(ana, goal));
      },
    },
    { says: 'sign-off.refused', does: () => table.sign(ana, goal) },
    {
      says: 'goal.objected',
      does: () => keep(table.sign(budi, goal, { verdict: 'object', note: 'Terlalu cepat', change: 'Mulai Juli' })),
    },
    {
      says: 'goal.sign-off-withdrawn',
      does: () => keep(workspace.call(budi, 'withdrawSignOff', { ...proposed(), signOffId: wordOf(budi) })),
    },
    { says: 'goal.sign-off-recorded', does: () => keep(record()) },
    { says: 'goal.sign-off-denied', does: () => keep(answer(false)) },
    {
      says: 'goal.sign-off-confirmed',
      does: async () => {
        await keep(record());
        await keep(answer(true));
      },
    },
    {
      says: 'goal.agreed',
      does: async () => keep(table.sign(await thirdFirm(workspace, ana, budi), goal)),
    },
    {
      says: 'goal.draft-differs',
      does: async () => {
        await table.write(ana, goal, 'Berangkat tiap pekan');
        for (const end = Date.now() + 20_000; !(await now()).agreement.isChanged;) {
          if (Date.now() > end) throw new Error('nobody noticed that the text has changed');
          await new Promise((done) => setTimeout(done, 50));
        }
      },
    },
    {
      says: 'goal.checked-in',
      does: async () => {
        await keep(workspace.call(ana, 'moveGoal', { ...table.at(goal), state: 'running', rank: goal.rank }));
        const said = { status: 'attention', confidence: 5, note: 'Dua berangkat', blockers: '' } as const;
        await keep(
          workspace.call(ana, 'checkIn', { ...table.at(goal), id: newId() as CheckInId, ...said, values: [] }),
        );
      },
    },
    {
      says: 'goal.check-in-acknowledged',
      does: () =>
        keep(
          workspace.call(budi, 'acknowledgeCheckIn', {
            ...{ partnershipId, goalId: goal.id, checkInId: goal.lastCheckIn?.id as CheckInId },
          }),
        ),
    },
    {
      says: 'goal.ending-proposed',
      does: () => {
        const ending = { id: newId() as RevisionId, outcome: 'partly', lessons: 'Jadwal oven dulu' } as const;
        return keep(workspace.call(ana, 'proposeEnding', { ...table.at(goal), ...ending }));
      },
    },
    {
      says: 'goal.ended',
      does: async () => {
        for (const firm of [ana, budi, await thirdFirm(workspace, ana, budi)]) await keep(table.sign(firm, goal));
      },
    },
  ];
}

/** The firm that joined as the third, by its own signatory. */
async function thirdFirm(workspace: Running, ana: Sitting, budi: Sitting): Promise<Sitting> {
  const rows = await workspace.sql<Pick<Sitting, 'partnerId' | 'organizationId' | 'seatId' | 'personId'>>(
    `select partner.id as "partnerId", partner.organization_id as "organizationId", seat.id as "seatId",
            seat.person_id as "personId"
     from partner join seat on seat.partner_id = partner.id
     where partner.partnership_id = $1 and partner.standing = 'full' and not partner.id = any ($2)`,
    [ana.partnershipId, [ana.partnerId, budi.partnerId]],
  );
  const [row] = rows;
  if (!row) throw new Error('no third firm has joined');
  await workspace.sql('update seat set is_signatory = true where id = $1', [row.seatId]);
  return { ...ana, ...row, token: await workspace.signIn(row.personId as PersonId) };
}
