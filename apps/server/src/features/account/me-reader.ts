import { Injectable } from '@nestjs/common';
import { DomainError, type DemoPerson, type Me, type PersonId } from '@mufakat/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { MeStore } from './me.store.js';

/** Reads who somebody is and where they may go. Opens a transaction of its own: call it after yours. */
@Injectable()
export class MeReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: MeStore,
  ) {}

  read(personId: PersonId): Promise<Me> {
    return this.work.asSystem(async (db) => {
      const person = await this.store.person(db, personId);
      if (!person) throw new DomainError('session.missing');
      return {
        person,
        seats: await this.store.seats(db, personId),
        organizations: await this.store.organizations(db, personId),
      };
    });
  }

  /** Everybody who sits at a table, for the demo's list. */
  seated(): Promise<DemoPerson[]> {
    return this.work.asSystem((db) => this.store.seated(db));
  }
}
