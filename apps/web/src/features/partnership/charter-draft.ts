import type {
  Charter,
  CharterFields,
  DocumentId,
  GoalId,
  Locale,
  ObligationId,
  PartnershipStart,
  StageId,
  StarterDuty,
  StarterGoal,
  TargetId,
} from '@mufakat/domain';
import type { Starter } from '@mufakat/domain/starters';
import { v7 as newId } from 'uuid';
import { decimalFrom, typedFrom } from '@/lib/decimals';

/** A starter goal on the way to being one: used or not, its numbers as a person types them. */
export type GoalChoice = StarterGoal & { isUsed: boolean };

/** Everything of a new partnership beside its name, while it is still being written. */
export type StartDraft = Omit<PartnershipStart, 'goals' | 'locale'> & { goals: GoalChoice[] };

/** The part of a charter that is edited alike before a partnership begins and after. */
export type WaysDraft = Omit<CharterFields, 'stages'>;

/** What the founder's firm is here; it decides which duties are taken for it to begin with. */
export type Founder = { isFull: boolean; isBigger: boolean };

export function draftOf(
  { charter, stages, goals }: Starter,
  language: Locale,
  { isFull, isBigger }: Founder,
): StartDraft {
  return {
    hasReadPriceTalk: false,
    charter: {
      ...charter,
      ...{ place: '', facilities: [] },
      stages: stages.map((name) => ({ ...blankStage(), name })),
    },
    goals: goals.map(({ target, duties, ...goal }) => ({
      ...goal,
      ...{ isUsed: true, id: newId() as GoalId, documentId: newId() as DocumentId },
      target: {
        ...target,
        id: newId() as TargetId,
        baseline: typedFrom(target.baseline, language),
        target: typedFrom(target.target, language),
      },
      duties: duties.map(({ forAll, forBigger, ...duty }) => ({
        ...blankDuty(),
        ...duty,
        isOurs: isFull && (isBigger ? forBigger : forAll) === true,
      })),
    })),
  };
}

/** What is sent: only what is used, numbers as the server keeps them, rows without a word left out. */
export function startOf(draft: StartDraft, language: Locale, isFull: boolean): PartnershipStart {
  return {
    locale: language,
    hasReadPriceTalk: draft.hasReadPriceTalk,
    charter: {
      ...writtenWays(draft.charter),
      stages: draft.charter.stages.filter(({ name }) => isWritten(name)),
    },
    goals: draft.goals
      .filter(({ isUsed }) => isUsed)
      .map(({ isUsed: _, target, duties, ...goal }) => ({
        ...goal,
        target: {
          ...target,
          baseline: decimalFrom(target.baseline, language) ?? '0',
          target: decimalFrom(target.target, language) ?? '0',
        },
        duties: duties
          .filter(({ text }) => isWritten(text))
          .map((duty) => ({ ...duty, isOurs: isFull && duty.isOurs })),
      })),
  };
}

/** The charter without rows in which nothing was written. */
export function writtenWays<W extends WaysDraft>(ways: W): W {
  return {
    ...ways,
    exceptions: ways.exceptions.filter(({ about }) => isWritten(about)),
    roles: ways.roles.filter(({ name }) => isWritten(name)),
    agendas: ways.agendas
      .map((agenda) => ({
        ...agenda,
        points: agenda.points
          .filter(({ title }) => isWritten(title))
          .map((point) => ({ ...point, minutes: Math.min(480, Math.max(1, point.minutes)) })),
      }))
      .filter(({ points }) => points.length > 0),
    indicators: ways.indicators.filter(({ label }) => isWritten(label)),
    cautions: ways.cautions.filter(isWritten),
    biggerDuties: ways.biggerDuties.filter(isWritten),
    facilities: ways.facilities.filter(({ name }) => isWritten(name)),
  };
}

/** The lists with a row of which only a part is written: it would be lost, or refused. */
export function halfRows({ roles, indicators, facilities, agendas }: WaysDraft) {
  const isHalf = {
    roles: roles.some(({ name, duty }) => isWritten(name) !== isWritten(duty)),
    indicators: indicators.some(({ label, unit }) => isWritten(unit) && !isWritten(label)),
    facilities: facilities.some(({ name, note }) => isWritten(note) && !isWritten(name)),
    agendas: agendas.some(({ title, points }) => points.length > 0 && !isWritten(title)),
  };
  return (['roles', 'indicators', 'facilities', 'agendas'] as const).filter((list) => isHalf[list]);
}

/** The editable fields of a charter, without what only the server writes. */
export function fieldsOf({ id: _, spaceId: __, priceTalkRead: ___, version: ____, ...fields }: Charter): CharterFields {
  return fields;
}

export const blankStage = () => ({ id: newId() as StageId, name: '', isOurs: false });
export const blankDuty = (): StarterDuty => ({
  ...{ id: newId() as ObligationId, who: '', text: '', every: null, isOurs: false },
});

export const isWritten = (text: string): boolean => text.trim() !== '';
