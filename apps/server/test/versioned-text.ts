import { documentEdit, documentText, type DocumentNode } from '@mufakat/collab';
import type {
  CallInput,
  DocumentId,
  GoalId,
  TextNode,
  TextRestoreId,
  TextVersion,
  TextVersionId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import type { Sitting, Workspace } from './workspace.js';

/** What people do with the text of a goal and with its versions, each through HTTP. */
export function versionedTexts(workspaceNow: () => Workspace) {
  /** Ana and Budi of two firms, somebody of another partnership, and a goal with its text. */
  async function table() {
    const people = await workspaceNow().threePeople();
    const { ana } = people;
    const [goalId, documentId] = [newId() as GoalId, newId() as DocumentId];
    const { body: goal } = await workspaceNow().call(ana, 'createGoal', {
      ...{ partnershipId: ana.partnershipId, id: goalId, documentId, title: 'Ekspor bersama', benefit: null },
      ...{ startsOn: null, endsOn: null, rank: 'a0', locale: 'id' },
    });
    return { ...people, goal, documentId };
  }

  async function stateOf(as: Sitting, documentId: DocumentId) {
    const { body } = await workspaceNow().call(as, 'readUpdates', { documentId, after: 0 });
    const state = Y.mergeUpdates(body.updates.map((update) => new Uint8Array(Buffer.from(update, 'base64'))));
    return { state, generation: body.generation };
  }

  /** Makes the text say these lines, as an editor would. */
  async function write(as: Sitting, documentId: DocumentId, ...lines: string[]): Promise<void> {
    const { state, generation } = await stateOf(as, documentId);
    const { update } = documentEdit(state, { type: 'doc', content: lines.map(line) });
    const input = { documentId, personId: as.personId, generation, update: Buffer.from(update).toString('base64') };
    const { status } = await workspaceNow().call(as, 'sendUpdate', input);
    if (status !== 200) throw new Error(`writing was answered with ${status}`);
  }

  const says = async (as: Sitting, documentId: DocumentId) => documentText((await stateOf(as, documentId)).state);

  async function list(as: Sitting, documentId: DocumentId): Promise<TextVersion[]> {
    const { body } = await workspaceNow().call(as, 'listTextVersions', { documentId });
    return body.items;
  }

  function name(as: Sitting, documentId: DocumentId, called: string, versionId: TextVersionId | null = null) {
    const input = { documentId, id: newId() as TextVersionId, name: called, versionId };
    return workspaceNow().call(as, 'nameTextVersion', input);
  }

  const restore = (as: Sitting, documentId: DocumentId, versionId: TextVersionId) =>
    workspaceNow().call(as, 'restoreTextVersion', { documentId, versionId, id: newId() as TextRestoreId });

  const read = (as: Sitting, input: CallInput<'readTextVersion'>) => workspaceNow().call(as, 'readTextVersion', input);

  return { table, write, says, list, name, restore, read };
}

const line = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Each run of words with its author. */
export function runsOf(node: TextNode): { text: string; author: string | null }[] {
  if (node.type === 'text') return [{ text: node.text ?? '', author: node.author ?? null }];
  return (node.content ?? []).flatMap(runsOf);
}

/** The words that were added, or removed. */
export function marked(node: TextNode, change: TextNode['change']): string[] {
  if (node.type === 'text') return node.change === change ? [node.text ?? ''] : [];
  return (node.content ?? []).flatMap((child) => marked(child, change));
}
