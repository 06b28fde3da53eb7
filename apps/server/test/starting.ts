import type { CallInput, DocumentId, GoalId, ObligationId, PartnershipType, StageId, TargetId } from '@mufakat/domain';
import { starters } from '@mufakat/domain/starters';
import { v7 as newId } from 'uuid';

export type Start = NonNullable<CallInput<'createPartnership'>['start']>;

/** The starter of a type as a founder sends it who changes nothing. */
export function startOf(type: PartnershipType): Start {
  const { charter, stages, goals } = starters.id[type];
  return {
    locale: 'id',
    hasReadPriceTalk: true,
    charter: {
      ...charter,
      stages: stages.map((name, at) => ({ id: newId() as StageId, name, isOurs: at === 0 })),
      place: type === 'cluster' ? 'Mulyoharjo, Jepara' : '',
      facilities: type === 'cluster' ? [{ name: 'Oven kayu', note: 'Satu pemakai sekaligus' }] : [],
    },
    goals: goals.map(({ target, duties, ...goal }) => ({
      ...goal,
      id: newId() as GoalId,
      documentId: newId() as DocumentId,
      target: { ...target, id: newId() as TargetId },
      duties: duties.map(({ forAll, forBigger: _, ...duty }) => ({
        ...duty,
        id: newId() as ObligationId,
        isOurs: forAll === true,
      })),
    })),
  };
}
