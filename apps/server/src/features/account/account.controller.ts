import { Controller, Res } from '@nestjs/common';
import {
  accountRoutes as routes,
  type About,
  type DemoPerson,
  type Me,
  type ParsedOf,
  type Session as SessionView,
} from '@mufakat/domain';
import type { Response } from 'express';
import type { Session } from '../../platform/access/session.service.js';
import { SessionCookie } from '../../platform/http/cookie.js';
import { Endpoint, Input, OwnSession } from '../../platform/http/endpoint.js';
import { AccountService } from './account.service.js';
import { MeReader } from './me-reader.js';
import { OwnSessionService } from './own-session.service.js';
import { PasswordService } from './password.service.js';
import type { ShownCode } from './reset-codes.js';
import { ResetService } from './reset.service.js';
import { SetUpService } from './set-up.service.js';
import { type SignedIn, SignInService } from './sign-in.service.js';
import { Knocking, type Visitor } from './visitor.js';

type Of<Name extends keyof typeof routes> = ParsedOf<(typeof routes)[Name]>;
/** An answer that says only that it is done. */
type Nothing = Record<string, never>;
const Answering = () => Res({ passthrough: true });

@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: OwnSessionService,
    private readonly passwords: PasswordService,
    private readonly signIns: SignInService,
    private readonly resets: ResetService,
    private readonly setUps: SetUpService,
    private readonly me: MeReader,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(routes.about)
  about(): Promise<About> {
    return this.account.about();
  }

  @Endpoint(routes.setUp)
  async setUp(
    @Input(routes.setUp) input: Of<'setUp'>,
    @Knocking() by: Visitor,
    @Answering() to: Response,
  ): Promise<Me> {
    return this.welcome(await this.setUps.setUp(input, by), to);
  }

  @Endpoint(routes.signIn)
  async signIn(
    @Input(routes.signIn) input: Of<'signIn'>,
    @Knocking() by: Visitor,
    @Answering() to: Response,
  ): Promise<Me> {
    return this.welcome(await this.signIns.signIn(input, by), to);
  }

  @Endpoint(routes.signOut)
  async signOut(@OwnSession() session: Session, @Answering() to: Response): Promise<Nothing> {
    await this.signIns.signOut(session);
    this.cookie.clear(to);
    return {};
  }

  @Endpoint(routes.confirmPassword)
  async confirmPassword(
    @Input(routes.confirmPassword) input: Of<'confirmPassword'>,
    @OwnSession() session: Session,
    @Knocking() by: Visitor,
  ): Promise<Nothing> {
    await this.signIns.confirm(session, input, by.address);
    return {};
  }

  @Endpoint(routes.readMe)
  readMe(@OwnSession() session: Session): Promise<Me> {
    return this.me.read(session.personId);
  }

  @Endpoint(routes.changeMe)
  changeMe(@Input(routes.changeMe) input: Of<'changeMe'>, @OwnSession() session: Session): Promise<Me> {
    return this.account.change(session, input);
  }

  @Endpoint(routes.changePassword)
  async changePassword(
    @Input(routes.changePassword) input: Of<'changePassword'>,
    @OwnSession() session: Session,
    @Knocking() by: Visitor,
  ): Promise<Nothing> {
    await this.passwords.change(session, input, by.address);
    return {};
  }

  @Endpoint(routes.listSessions)
  listSessions(@OwnSession() session: Session): Promise<SessionView[]> {
    return this.sessions.list(session);
  }

  @Endpoint(routes.endSession)
  endSession(
    @Input(routes.endSession) input: Of<'endSession'>,
    @OwnSession() session: Session,
  ): Promise<SessionView[]> {
    return this.sessions.end(session, input.sessionId);
  }

  @Endpoint(routes.endOtherSessions)
  endOtherSessions(@OwnSession() session: Session): Promise<SessionView[]> {
    return this.sessions.endOthers(session);
  }

  @Endpoint(routes.issueResetCode)
  issueResetCode(
    @Input(routes.issueResetCode) input: Of<'issueResetCode'>,
    @OwnSession() session: Session,
  ): Promise<ShownCode> {
    return this.resets.issueForColleague(session, input);
  }

  @Endpoint(routes.requestResetMail)
  async requestResetMail(
    @Input(routes.requestResetMail) input: Of<'requestResetMail'>,
    @Knocking() by: Visitor,
  ): Promise<Nothing> {
    await this.resets.requestMail(input, by.address);
    return {};
  }

  @Endpoint(routes.resetPassword)
  async resetPassword(
    @Input(routes.resetPassword) input: Of<'resetPassword'>,
    @Knocking() by: Visitor,
  ): Promise<Nothing> {
    await this.resets.reset(input, by.address);
    return {};
  }

  @Endpoint(routes.listDemoPeople)
  listDemoPeople(): Promise<DemoPerson[]> {
    return this.signIns.demoPeople();
  }

  @Endpoint(routes.signInAsDemoPerson)
  async signInAsDemoPerson(
    @Input(routes.signInAsDemoPerson) input: Of<'signInAsDemoPerson'>,
    @Knocking() by: Visitor,
    @Answering() to: Response,
  ): Promise<Me> {
    return this.welcome(await this.signIns.signInAsDemoPerson(input.personId, by), to);
  }

  private welcome({ token, me }: SignedIn, to: Response): Me {
    this.cookie.write(to, token);
    return me;
  }
}
