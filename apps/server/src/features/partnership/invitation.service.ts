import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  enforce,
  inviteRefusal,
  revokeRefusal,
  type createInvitation,
  type Invitation,
  type InvitationSecrets,
  type ParsedOf,
  type revokeInvitation,
  type Role,
  type Standing,
} from '@mufakat/domain';
import type * as z from 'zod';
import type { Seat } from '../../platform/access/seat.js';
import { type Session, SessionService } from '../../platform/access/session.service.js';
import { refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { Mail } from '../../platform/outside/mail.js';
import { Settings } from '../../platform/settings.js';
import { invitationLetter } from './invitation-letter.js';
import { makeSecrets } from './invitation-secret.js';
import { InvitationStore } from './invitation.store.js';
import { PartnershipStore } from './partnership.store.js';
import { invitationView } from './partnership.view.js';

const lasts = 14 * 24 * 60 * 60 * 1000;
type Wanted = ParsedOf<typeof createInvitation>;
type Made = z.infer<typeof InvitationSecrets>;

/** Opens and closes doors to the partnership. */
@Injectable()
export class InvitationService {
  private readonly log = new Logger(InvitationService.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: InvitationStore,
    private readonly partnerships: PartnershipStore,
    private readonly sessions: SessionService,
    private readonly settings: Settings,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<Invitation[]> {
    const now = this.clock.now();
    return this.work.read(seat, async (tx) => (await this.store.list(tx)).map((row) => invitationView(row, now)));
  }

  /** The secrets are answered once and never again, so a repeated create is refused instead of answered. */
  async create(seat: Seat, session: Session, input: Wanted): Promise<Made> {
    enforce(inviteRefusal(seat, input));
    this.sessions.enforceConfirmed(session);
    const secrets = makeSecrets();
    const invitation = await refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const spaceId = this.store.spaceOf(tx, input.kind);
        await waitForTurn(tx, spaceId);
        const partner = await this.partnerships.partner(tx.db, seat.partnerId);
        const createdAt = this.clock.now();
        const row = {
          id: input.id,
          partnershipId: seat.partnershipId,
          spaceId,
          partnerId: input.kind === 'colleague' ? seat.partnerId : null,
          organizationName: input.kind === 'colleague' ? partner.organization.name : input.organizationName,
          ...placeFor(seat, input, partner.standing),
          maxUses: input.maxUses,
          invitedBy: seat.id,
          expiresAt: new Date(createdAt.getTime() + lasts),
          createdAt,
        };
        await this.store.add(tx, row, secrets);
        const { partnershipId: _, createdAt: __, ...told } = row;
        const view = invitationView({ ...told, uses: 0, revokedAt: null, wrongPins: 0, version: 1 }, createdAt);
        tx.record(view.spaceId, 'invitation.created', view);
        return view;
      }),
    );
    const link = `${this.settings.given.publicUrl}/undangan/${secrets.token}`;
    if (input.email) this.sendLetter(seat, session, { to: input.email, link });
    return { invitation, link, code: secrets.code, pin: secrets.pin };
  }

  revoke(seat: Seat, input: ParsedOf<typeof revokeInvitation>): Promise<Invitation> {
    return this.work.run(seat, async (tx) => {
      const now = this.clock.now();
      const held = invitationView(await this.store.lock(tx, input.invitationId), now);
      const refusal = revokeRefusal(seat, held);
      if (refusal === 'seat.role-needed') enforce(refusal);
      if (held.version !== input.version) throw new DomainError('version.stale', { current: held });
      enforce(refusal);

      await this.store.revoke(tx, input.invitationId, now);

      const view = invitationView(await this.store.lock(tx, input.invitationId), now);
      tx.record(view.spaceId, 'invitation.closed', view);
      return view;
    });
  }

  /** A mail server that is down must not take the invitation back: link and QR code work without it. */
  private sendLetter(seat: Seat, session: Session, { to, link }: { to: string; link: string }): void {
    if (!this.mail.sends) return;
    this.work
      .read(seat, ({ db }) => this.partnerships.partnership(db, seat.partnershipId))
      .then(({ name }) => this.mail.send({ to, ...invitationLetter(session.locale, name, link) }))
      .catch((error: unknown) => this.log.error({ fault: 'an invitation was not mailed', err: error }));
  }
}

/** What the invited person will be. Nobody grants more than the own seat holds. */
function placeFor(seat: Seat, input: Wanted, own: Standing): { standing: Standing; role: Role; isSignatory: boolean } {
  if (input.kind === 'colleague') {
    if (own !== 'full') return { standing: own, role: seat.role, isSignatory: false };
    const role = input.role === 'partner-admin' ? 'partner-admin' : 'member';
    return { standing: own, role, isSignatory: input.isSignatory };
  }
  if (input.standing === 'facilitator' && seat.role !== 'facilitator') throw new DomainError('seat.role-needed');
  const roles = { full: 'partner-admin', observer: 'observer', facilitator: 'facilitator' } as const;
  return { standing: input.standing, role: roles[input.standing], isSignatory: input.standing === 'full' };
}
