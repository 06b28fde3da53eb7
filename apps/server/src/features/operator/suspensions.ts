import { Injectable } from '@nestjs/common';
import { DomainError, type OrganizationId, type PersonId } from '@mufakat/domain';
import { AccessChanges } from '../../platform/access/access-changes.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DirectoryNews } from '../partnership/index.js';
import { OperatorStore } from './operator.store.js';

/** Takes away and gives back everything a person or an organization may do. Doing it twice changes nothing. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: OperatorStore,
    private readonly journal: ServerJournal,
    private readonly directories: DirectoryNews,
    private readonly changes: AccessChanges,
    private readonly clock: Clock,
  ) {}

  /** Suspends with a reason, or restores with null. `by` is null when the server's owner does it at the machine. */
  async person(personId: PersonId, reason: string | null, by: PersonId | null): Promise<void> {
    const at = reason === null ? null : this.clock.now();
    await this.work.asSystem(async (db, record) => {
      const outcome = await this.store.suspendPerson(db, personId, at);
      if (outcome === 'missing') throw new DomainError('not-found');
      if (outcome === 'as-before') return;
      const say = await this.journal.open(db, record, by);
      if (reason === null) say('person.restored', { personId });
      else say('person.suspended', { personId, reason });
      await this.changes.announce(db, { kind: 'person', personId });
    });
  }

  async organization(organizationId: OrganizationId, reason: string | null, by: PersonId | null): Promise<void> {
    const at = reason === null ? null : this.clock.now();
    await this.work.asSystem(async (db, record) => {
      const outcome = await this.store.suspendOrganization(db, organizationId, at);
      if (outcome === 'missing') throw new DomainError('not-found');
      if (outcome === 'as-before') return;
      const say = await this.journal.open(db, record, by);
      if (reason === null) say('organization.restored', { organizationId });
      else say('organization.suspended', { organizationId, reason });
      await this.directories.organizationChanged(db, record, organizationId);
      await this.changes.announce(db, { kind: 'organization', organizationId });
    });
  }
}
