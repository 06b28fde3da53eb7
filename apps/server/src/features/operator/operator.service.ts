import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Accounts,
  type OrganizationId,
  type ParsedOf,
  type PersonId,
  type suspendOrganization,
  type suspendPerson,
} from '@mufakat/domain';
import { type Session, SessionService } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveGateway } from '../../platform/live/live.gateway.js';
import { RoomsGateway } from '../../platform/rooms/rooms.gateway.js';
import { ResetCodes, type ShownCode } from '../account/index.js';
import { OperatorStore } from './operator.store.js';
import { accountsView } from './operator.view.js';
import { Suspensions } from './suspensions.js';

/** What the operator of the server does: keeps accounts, sees counts, never content. */
@Injectable()
export class OperatorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: OperatorStore,
    private readonly suspensions: Suspensions,
    private readonly sessions: SessionService,
    private readonly codes: ResetCodes,
    private readonly live: LiveGateway,
    private readonly rooms: RoomsGateway,
  ) {}

  list(): Promise<Accounts> {
    return this.work.asSystem(async (db) =>
      accountsView(await this.store.people(db), await this.store.organizations(db), {
        ...(await this.store.counts(db)),
        openSockets: this.live.openSockets,
        openRooms: this.rooms.counts().rooms,
      }),
    );
  }

  async suspendPerson(session: Session, input: ParsedOf<typeof suspendPerson>): Promise<Accounts> {
    if (input.personId === session.personId) throw new DomainError('operator.self');
    this.sessions.enforceConfirmed(session);
    await this.suspensions.person(input.personId, input.reason, session.personId);
    return this.list();
  }

  async restorePerson(session: Session, personId: PersonId): Promise<Accounts> {
    this.sessions.enforceConfirmed(session);
    await this.suspensions.person(personId, null, session.personId);
    return this.list();
  }

  async suspendOrganization(session: Session, input: ParsedOf<typeof suspendOrganization>): Promise<Accounts> {
    this.sessions.enforceConfirmed(session);
    await this.suspensions.organization(input.organizationId, input.reason, session.personId);
    return this.list();
  }

  async restoreOrganization(session: Session, organizationId: OrganizationId): Promise<Accounts> {
    this.sessions.enforceConfirmed(session);
    await this.suspensions.organization(organizationId, null, session.personId);
    return this.list();
  }

  async resetCode(session: Session, personId: PersonId): Promise<ShownCode> {
    this.sessions.enforceConfirmed(session);
    return this.codes.issue(personId, 'operator', session.personId);
  }
}
