import { Injectable } from '@nestjs/common';
import {
  changePartnershipRefusal,
  DomainError,
  enforce,
  type changePartnership,
  type createPartnership,
  type Directory,
  type ParsedOf,
  type Partnership,
  type PartnershipStart,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { SeatService } from '../../platform/access/seat.service.js';
import type { Session } from '../../platform/access/session.service.js';
import { madeAs, refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { lastSequence } from '../../platform/journal/journal-reader.js';
import { Clock } from '../../platform/outside/clock.js';
import { charterOf, isSameCharter } from './charter.view.js';
import { PartnershipFounding } from './partnership-founding.js';
import { PartnershipStore } from './partnership.store.js';
import { memberView, partnershipView, partnerView } from './partnership.view.js';

/** What a partnership is, and who sits in it. */
@Injectable()
export class PartnershipService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PartnershipStore,
    private readonly founding: PartnershipFounding,
    private readonly seats: SeatService,
    private readonly clock: Clock,
  ) {}

  /** Repeating the same founding answers with the partnership it made. */
  async create(session: Session, input: ParsedOf<typeof createPartnership>): Promise<Directory> {
    const { organization, standing, start, ...partnership } = input;
    const founding = { personId: session.personId, now: this.clock.now(), partnership, organization, standing, start };
    const found = this.work.asSystem((db, record) => this.founding.found(db, record, founding));
    await refusingTakenIds(found).catch((error: unknown) => this.enforceRepeated(error, session, input));
    return this.directory(await this.seats.take(session.personId, partnership.id));
  }

  directory(seat: Seat): Promise<Directory> {
    return this.work.read(seat, async ({ db }) => ({
      partnership: partnershipView(await this.store.partnership(db, seat.partnershipId)),
      partners: (await this.store.partners(db, seat.partnershipId)).map(partnerView),
      members: (await this.store.members(db, seat.partnershipId)).map(memberView),
      mySeatId: seat.id,
      spaces: seat.spaces,
      sequences: {
        shared: await lastSequence(db, seat.spaces.shared),
        own: await lastSequence(db, seat.spaces.own),
      },
    }));
  }

  change(seat: Seat, input: ParsedOf<typeof changePartnership>): Promise<Partnership> {
    return this.work.run(seat, async (tx) => {
      const row = await this.store.lockPartnership(tx.db, seat.partnershipId);
      enforce(changePartnershipRefusal(seat));
      if (row.version !== input.version) throw new DomainError('version.stale', { current: partnershipView(row) });

      const { name = row.name, purpose = row.purpose, zone = row.zone } = input;
      await this.store.changePartnership(tx.db, { ...row, name, purpose, zone });

      const view = partnershipView(await this.store.partnership(tx.db, seat.partnershipId));
      tx.record(seat.spaces.shared, 'partnership.changed', view);
      return view;
    });
  }

  /** The id exists: fine when this person has just founded the same thing, else refused. */
  private async enforceRepeated(
    error: unknown,
    session: Session,
    wanted: ParsedOf<typeof createPartnership>,
  ): Promise<void> {
    if (!(error instanceof DomainError) || error.code !== 'id.taken') throw error;
    const seat = await this.seats.take(session.personId, wanted.id).catch(() => null);
    if (seat?.organizationId !== wanted.organization.id) throw error;
    const { held, partner } = await this.work.read(seat, async ({ db }) => ({
      held: await this.store.partnership(db, wanted.id),
      partner: await this.store.partner(db, seat.partnerId),
    }));
    const isSame = (['name', 'type', 'purpose', 'zone'] as const).every((key) => held[key] === wanted[key]);
    if (!isSame || partner.standing !== wanted.standing) throw error;
    if (!(await this.work.read(seat, (tx) => beganLike(tx, wanted.start)))) throw error;
  }
}

/** Whether the charter and the first drafts were made as this start says. */
async function beganLike(tx: Tx, start: PartnershipStart | undefined): Promise<boolean> {
  const charter = await madeAs(tx, 'charter.written', tx.seat.partnershipId);
  if (!charter || !isSameCharter(charterOf(start, tx.seat.partnerId), charter)) return false;
  for (const { id, title, benefit, documentId } of start?.goals ?? []) {
    const made = await madeAs(tx, 'goal.created', id);
    if (made?.title !== title || made.benefit !== benefit || made.documentId !== documentId) return false;
  }
  return true;
}
