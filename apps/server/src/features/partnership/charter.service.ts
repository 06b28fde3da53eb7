import { Injectable } from '@nestjs/common';
import {
  changeCharterRefusal,
  charterRefusal,
  DomainError,
  enforce,
  type changeCharter,
  type Charter,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CharterStore } from './charter.store.js';
import { charterView } from './charter.view.js';
import { PartnershipStore } from './partnership.store.js';

/** How the partners work together, as they have written it down. */
@Injectable()
export class CharterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly charters: CharterStore,
    private readonly partnerships: PartnershipStore,
  ) {}

  read(seat: Seat): Promise<Charter> {
    return this.work.read(seat, async ({ db, spaces }) =>
      charterView(await this.charters.get(db, seat.partnershipId, spaces)),
    );
  }

  change(seat: Seat, input: ParsedOf<typeof changeCharter>): Promise<Charter> {
    const { partnershipId: _, version, ...fields } = input;
    return this.work.run(seat, async (tx) => {
      const held = await this.charters.lock(tx);
      enforce(changeCharterRefusal(seat));
      if (held.version !== version) throw new DomainError('version.stale', { current: charterView(held) });
      const { type } = await this.partnerships.partnership(tx.db, seat.partnershipId);
      enforce(charterRefusal(type, fields));
      const named = fields.stages.flatMap(({ partnerIds }) => partnerIds);
      if (!(await this.charters.arePartners(tx, named))) throw new DomainError('not-found');

      const view = charterView(await this.charters.change(tx, fields));
      tx.record(seat.spaces.shared, 'charter.changed', view);
      return view;
    });
  }
}
