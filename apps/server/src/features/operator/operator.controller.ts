import { Controller } from '@nestjs/common';
import { operatorRoutes as routes, type Accounts, type ParsedOf } from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { Endpoint, Input, OwnSession } from '../../platform/http/endpoint.js';
import type { ShownCode } from '../account/index.js';
import { OperatorService } from './operator.service.js';

type Of<Name extends keyof typeof routes> = ParsedOf<(typeof routes)[Name]>;

@Controller()
export class OperatorController {
  constructor(private readonly operator: OperatorService) {}

  @Endpoint(routes.listAccounts)
  list(): Promise<Accounts> {
    return this.operator.list();
  }

  @Endpoint(routes.suspendPerson)
  suspendPerson(
    @Input(routes.suspendPerson) input: Of<'suspendPerson'>,
    @OwnSession() session: Session,
  ): Promise<Accounts> {
    return this.operator.suspendPerson(session, input);
  }

  @Endpoint(routes.restorePerson)
  restorePerson(
    @Input(routes.restorePerson) input: Of<'restorePerson'>,
    @OwnSession() session: Session,
  ): Promise<Accounts> {
    return this.operator.restorePerson(session, input.personId);
  }

  @Endpoint(routes.suspendOrganization)
  suspendOrganization(
    @Input(routes.suspendOrganization) input: Of<'suspendOrganization'>,
    @OwnSession() session: Session,
  ): Promise<Accounts> {
    return this.operator.suspendOrganization(session, input);
  }

  @Endpoint(routes.restoreOrganization)
  restoreOrganization(
    @Input(routes.restoreOrganization) input: Of<'restoreOrganization'>,
    @OwnSession() session: Session,
  ): Promise<Accounts> {
    return this.operator.restoreOrganization(session, input.organizationId);
  }

  @Endpoint(routes.operatorResetCode)
  resetCode(
    @Input(routes.operatorResetCode) input: Of<'operatorResetCode'>,
    @OwnSession() session: Session,
  ): Promise<ShownCode> {
    return this.operator.resetCode(session, input.personId);
  }
}
