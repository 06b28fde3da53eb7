import { Injectable } from '@nestjs/common';
import { documentFromJson, starterGoalText, type DocumentNode } from '@mufakat/collab';
import {
  DomainError,
  enforce,
  targetRefusal,
  type DocumentId,
  type Goal,
  type GoalId,
  type Locale,
  type StarterDuty,
  type StarterGoal,
} from '@mufakat/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { fullPartners } from '../../platform/access/place.js';
import { Clock } from '../../platform/outside/clock.js';
import { DocumentService } from '../../platform/rooms/document.service.js';
import { GoalEntity } from './goal.entity.js';
import { GoalStore } from './goal.store.js';
import { goalView, shortest } from './goal.view.js';
import { ObligationEntity } from './obligation.entity.js';
import { TargetEntity } from './target.entity.js';

/** A draft as it is first written down. */
export type NewDraft = Pick<GoalEntity, 'title' | 'benefit' | 'startsOn' | 'endsOn' | 'rank'> & {
  id: GoalId;
  documentId: DocumentId;
  text: DocumentNode;
};
type Parts = { targets: TargetEntity[]; obligations: ObligationEntity[] };

const rhythms: Record<Locale, Record<NonNullable<StarterDuty['every']>, string>> = {
  id: { weekly: 'setiap minggu', monthly: 'setiap bulan', quarterly: 'setiap triwulan', yearly: 'setiap tahun' },
  en: { weekly: 'every week', monthly: 'every month', quarterly: 'every quarter', yearly: 'every year' },
};

/** Writes new drafts down with their texts, in the caller's transaction. */
@Injectable()
export class GoalDrafting {
  constructor(
    private readonly goals: GoalStore,
    private readonly documents: DocumentService,
    private readonly clock: Clock,
  ) {}

  /** One draft with all that belongs to it from the beginning, as one entry of the journal. */
  async draft(tx: Tx, { text, ...wanted }: NewDraft, parts: Parts = { targets: [], obligations: [] }): Promise<Goal> {
    const { partnershipId, spaces } = tx.seat;
    const spaceId = spaces.shared;
    const start = documentFromJson(text);
    await this.documents.create(tx, { id: wanted.documentId, spaceId, kind: 'goal', subjectId: wanted.id, start });
    const goal = Object.assign(new GoalEntity(), wanted, {
      partnershipId,
      spaceId,
      number: await tx.nextNumber(spaceId, 'goal'),
      championId: null,
      reviewerId: null,
      state: 'draft',
      archivedAt: null,
      createdBy: tx.seat.id,
      createdAt: this.clock.now(),
      inForceId: null,
      proposedId: null,
      isChanged: false,
      isAhead: false,
      comparedTo: '0',
      runningSince: null,
      version: 1,
    } as const);
    await this.goals.add(tx, goal);
    for (const target of parts.targets) await this.goals.addTarget(tx, target);
    for (const obligation of parts.obligations) await this.goals.addObligation(tx, obligation);
    const agreement = { inForce: null, content: null, proposed: null, signedBefore: [] };
    const view = goalView({ goal, ...parts, agreement, lastCheckIn: null });
    tx.record(spaceId, 'goal.created', view);
    return view;
  }

  /** The drafts a partnership begins with: duties the founder's firm takes are recorded, the others stand in the text. */
  async draftStarters(tx: Tx, starters: readonly StarterGoal[], locale: Locale): Promise<void> {
    const isBound = starters.some(({ duties }) => duties.some(({ isOurs }) => isOurs));
    if (isBound && !(await fullPartners(tx)).includes(tx.seat.partnerId))
      throw new DomainError('obligation.not-a-signer');
    for (const [at, { target, duties, why, limits, ...goal }] of starters.entries()) {
      enforce(targetRefusal(target));
      const untaken = duties.filter(({ isOurs }) => !isOurs).map((duty) => lineOf(duty, locale));
      const text = starterGoalText(locale, { why, limits, untaken });
      const belongs = { goalId: goal.id, spaceId: tx.seat.spaces.shared };
      await this.draft(
        tx,
        { ...goal, text, startsOn: null, endsOn: null, rank: `a${at}` },
        { targets: [targetOf(target, belongs)], obligations: obligationsOf(duties, { ...belongs, tx }) },
      );
    }
  }
}

type Belongs = Pick<TargetEntity, 'goalId' | 'spaceId'>;

function targetOf(target: StarterGoal['target'], belongs: Belongs): TargetEntity {
  const baseline = shortest(target.baseline);
  const isBand = target.direction === 'keep' && target.lowerBound !== null;
  return Object.assign(new TargetEntity(), belongs, target, {
    ...{ baseline, current: baseline, target: shortest(target.target) },
    lowerBound: isBand ? shortest(target.lowerBound ?? '') : null,
    ...{ position: 1, weight: 3, dueOn: null, measurerId: null, splits: [] },
  });
}

function obligationsOf(duties: readonly StarterDuty[], { tx, ...belongs }: Belongs & { tx: Tx }): ObligationEntity[] {
  return duties
    .filter(({ isOurs }) => isOurs)
    .map(({ id, text, every }, at) =>
      Object.assign(new ObligationEntity(), belongs, {
        ...{ id, text, every, position: at + 1, partnerId: tx.seat.partnerId },
        ...({ kind: 'duty', state: 'open', ownerId: null, dueOn: null } as const),
      }),
    );
}

/** "The bigger party: pays within 30 days (every month)". */
function lineOf({ who, text, every }: StarterDuty, locale: Locale): string {
  return every ? `${who}: ${text} (${rhythms[locale][every]})` : `${who}: ${text}`;
}
