import { documentEdit, type DocumentNode } from '@mufakat/collab';
import type {
  CallInput,
  DocumentId,
  Goal,
  GoalId,
  ObligationId,
  RevisionId,
  SignOffId,
  TargetId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import type { Answer, Running, Sitting } from './workspace.js';

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** What people do on the way from a draft to an agreement, through the routes. */
export function agreeingIn(workspace: Pick<Running, 'call'>) {
  const at = ({ partnershipId, id, version }: Goal) => ({ partnershipId, goalId: id, version });

  /** A draft that lacks nothing: the first person is its champion, the second its reviewer, each firm has a duty. */
  async function completeDraft(
    people: readonly Sitting[],
    ids = { id: newId() as GoalId, documentId: newId() as DocumentId, targetId: newId() as TargetId },
  ): Promise<Goal> {
    const [ana, budi] = people as [Sitting, Sitting];
    const { partnershipId } = ana;
    const made = await workspace.call(ana, 'createGoal', {
      partnershipId,
      id: ids.id,
      documentId: ids.documentId,
      title: 'Pengiriman kontainer gabungan',
      benefit: 'market',
      startsOn: '2026-06-01',
      endsOn: '2027-05-31',
      rank: 'a0',
      locale: 'id',
    });
    const named = await workspace.call(ana, 'changeGoal', {
      ...at(good(made)),
      championId: ana.seatId,
      reviewerId: budi.seatId,
    });
    let goal = good(await workspace.call(ana, 'addTarget', { ...at(good(named)), ...target, targetId: ids.targetId }));
    for (const person of people) goal = good(await addDuty(ana, goal, person));
    return goal;
  }

  const target = {
    label: 'Kontainer',
    unit: 'kontainer',
    direction: 'up' as const,
    baseline: '2',
    target: '6',
    lowerBound: null,
    weight: 3,
    dueOn: null,
    measurerId: null,
    splits: [],
  };

  const addDuty = (by: Sitting, goal: Goal, of: Pick<Sitting, 'partnerId'>): Promise<Answer<Goal>> =>
    workspace.call(by, 'addObligation', {
      ...at(goal),
      obligationId: newId() as ObligationId,
      partnerId: of.partnerId,
      kind: 'duty',
      text: 'Mengisi seperempat kontainer',
      ownerId: null,
      dueOn: null,
      every: 'monthly',
    });

  const propose = (as: Sitting, goal: Goal, id = newId() as RevisionId): Promise<Answer<Goal>> =>
    workspace.call(as, 'proposeGoal', { ...at(goal), id, summary: '' });

  /** The word of a person's firm on what is proposed, or on what is in force when nothing is. */
  function sign(as: Sitting, goal: Goal, word: Partial<CallInput<'signOff'>> = {}): Promise<Answer<Goal>> {
    const revision = goal.agreement.proposed ?? goal.agreement.inForce;
    return workspace.call(as, 'signOff', {
      partnershipId: goal.partnershipId,
      goalId: goal.id,
      revisionId: revision?.id ?? (newId() as RevisionId),
      id: newId() as SignOffId,
      hash: revision?.hash ?? '0'.repeat(64),
      verdict: 'agree',
      note: '',
      change: '',
      harmedGoalId: null,
      ...word,
    });
  }

  /** A goal that all of them have agreed on. */
  async function agreedGoal(people: readonly Sitting[]): Promise<Goal> {
    const [ana] = people as [Sitting];
    let goal = good(await propose(ana, await completeDraft(people)));
    for (const person of people) goal = good(await sign(person, goal));
    return goal;
  }

  const read = async (as: Sitting, { partnershipId, id }: Goal): Promise<Goal> =>
    good(await workspace.call(as, 'readGoal', { partnershipId, goalId: id }));

  /** Makes the text say just this, as a device without sockets does. */
  async function write(as: Sitting, { documentId }: Pick<Goal, 'documentId'>, words: string): Promise<void> {
    const { generation, updates } = good(await workspace.call(as, 'readUpdates', { documentId, after: 0 }));
    const state = Y.mergeUpdates(updates.map((update) => new Uint8Array(Buffer.from(update, 'base64'))));
    const { update } = documentEdit(state, { type: 'doc', content: [paragraph(words)] });
    const sent = { documentId, personId: as.personId, generation, update: Buffer.from(update).toString('base64') };
    good(await workspace.call(as, 'sendUpdate', sent));
  }

  return { at, completeDraft, addDuty, propose, sign, agreedGoal, read, write };
}

/** The body of an answer that did not refuse. */
export function good<Body>({ status, body }: Answer<Body>): Body {
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
