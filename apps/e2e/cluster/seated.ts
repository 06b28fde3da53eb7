import type { DocumentId, GoalId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Running, Sitting } from '../../server/test/workspace.js';

/** A text two firms write together. */
export type SharedText = { ana: Sitting; budi: Sitting; documentId: DocumentId };

/** Seats two firms at a table of their own and has Ana begin a goal. */
export async function beginText(at: Running): Promise<SharedText> {
  const { ana, budi } = await at.threePeople();
  return { ana, budi, documentId: await beginGoal(at, ana) };
}

/** The document of a new goal. */
export async function beginGoal(at: Running, as: Sitting): Promise<DocumentId> {
  const documentId = newId() as DocumentId;
  const { status, body } = await at.call(as, 'createGoal', {
    partnershipId: as.partnershipId,
    id: newId() as GoalId,
    documentId,
    title: 'Ekspor kursi',
    benefit: null,
    startsOn: null,
    endsOn: null,
    rank: 'a0',
    locale: 'id',
  });
  if (status !== 200) throw new Error(`createGoal answered ${status}: ${JSON.stringify(body)}`);
  return documentId;
}
