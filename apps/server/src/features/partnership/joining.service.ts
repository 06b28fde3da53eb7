import { Injectable } from '@nestjs/common';
import {
  DomainError,
  inviteRefusal,
  type acceptInvitation,
  type InvitationPreview,
  type Me,
  type ParsedOf,
  type PartnerId,
  type PartnershipId,
  type PersonId,
} from '@mufakat/domain';
import { Attempts } from '../../platform/access/attempts.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { SessionService } from '../../platform/access/session.service.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { MeReader, PersonMaking, type Visitor } from '../account/index.js';
import { isPin } from './invitation-secret.js';
import { InvitationStore, type Inviter, type KnockedWith } from './invitation.store.js';
import { PartnershipStore } from './partnership.store.js';
import { invitationView, memberView, partnerView } from './partnership.view.js';

type Acceptance = ParsedOf<typeof acceptInvitation>;
/** Who joined, where, and the token of the session that began for a new person. */
export type Joined = { me: Me; partnershipId: PartnershipId; token: string | null };

/** From an invitation to a seat. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invitations: InvitationStore,
    private readonly store: PartnershipStore,
    private readonly people: PersonMaking,
    private readonly me: MeReader,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly journal: ServerJournal,
    private readonly clock: Clock,
  ) {}

  /** What joining would mean. Consumes nothing; a wrong secret counts as a guess. */
  async preview(token: string, { address }: Visitor): Promise<InvitationPreview> {
    const attempt = await this.attempts.takeFrom(address);
    const preview = await this.work.asSystem(async (db) => {
      const { invitation, inviter } = await this.openOne(db, token);
      const partnership = await this.store.partnership(db, invitation.partnershipId);
      const partners = await this.store.partners(db, invitation.partnershipId);
      return {
        partnershipName: partnership.name,
        partnershipType: partnership.type,
        purpose: partnership.purpose,
        invitedByName: inviter.name,
        invitedByOrganization: inviter.organization,
        organizationName: invitation.organizationName,
        isNewOrganization: invitation.partnerId === null,
        standing: invitation.standing,
        role: invitation.role,
        isSignatory: invitation.isSignatory,
        partners: partners
          .filter(({ leftAt }) => leftAt === null)
          .map(({ organization: { name, letters }, slot }) => ({ name, letters, slot })),
        expiresAt: invitation.expiresAt.toISOString(),
        needsPin: invitation.isByCode,
      };
    });
    await this.attempts.giveBack(attempt);
    return preview;
  }

  async accept(input: Acceptance, visitor: Visitor): Promise<Joined> {
    const attempt = await this.attempts.takeFrom(visitor.address);
    await this.provePin(input);
    const joined = await this.work.asSystem(async (db, record) => {
      const { invitation } = await this.openOne(db, input.token);
      const { personId, token } = await this.personFor(db, record, { input, visitor });
      // Those who join at once take their threads one after the other, and a person only one of them.
      await this.store.lockPartnership(db, invitation.partnershipId);
      if (await this.store.hasOpenSeat(db, invitation.partnershipId, personId)) {
        throw new DomainError('invitation.already-in');
      }
      await this.sit(db, record, { invitation, personId, input });
      return { personId, token, partnershipId: invitation.partnershipId };
    });
    await this.attempts.giveBack(attempt);
    return { me: await this.me.read(joined.personId), partnershipId: joined.partnershipId, token: joined.token };
  }

  /** A wrong PIN is counted in a transaction of its own: the count must outlive the refusal. */
  private async provePin({ token, pin }: Acceptance): Promise<void> {
    const isRight = await this.work.asSystem(async (db, record) => {
      const { invitation } = await this.openOne(db, token);
      if (!invitation.isByCode) return true;
      // Leaving it out guesses nothing.
      if (pin === undefined) return false;
      if (isPin(invitation.pinDigest, invitation.id, pin)) return true;
      const view = invitationView(await this.invitations.countWrongPin(db, invitation.id), this.clock.now());
      if (view.state === 'void') record({ spaceId: view.spaceId, name: 'invitation.closed', data: view, by: null });
      return false;
    });
    if (!isRight) throw new DomainError('invitation.wrong-pin');
  }

  /** An invitation opens as long as whoever sent it could still send it: an ended seat's old links open nothing. */
  private async openOne(db: Db, token: string): Promise<{ invitation: KnockedWith; inviter: Inviter }> {
    const invitation = await this.invitations.knock(db, token);
    const state = invitation && invitationView(invitation, this.clock.now()).state;
    // Whoever holds the secret may know why it opens nothing more; somebody who guesses hears the same as for any other.
    if (state === 'used' || state === 'expired') throw new DomainError(`invitation.${state}`);
    const inviter = invitation && state === 'open' ? await this.invitations.inviter(db, invitation) : null;
    if (!invitation || !inviter?.isOpen) throw new DomainError('invitation.refused');
    const kind = invitation.partnerId ? 'colleague' : 'organization';
    if (inviteRefusal(inviter, { kind })) throw new DomainError('invitation.refused');
    return { invitation, inviter };
  }

  /** Whoever is signed in, or a new person with a session that begins now. */
  private async personFor(
    db: Db,
    record: Recorder,
    { input, visitor }: { input: Acceptance; visitor: Visitor },
  ): Promise<{ personId: PersonId; token: string | null }> {
    if (visitor.session) return { personId: visitor.session.personId, token: null };
    if (!input.person) throw new DomainError('session.missing');
    const personId = await this.people.make(db, record, { ...input.person, isOperator: false });
    const session = await this.sessions.start(db, personId, visitor.device);
    const say = await this.journal.open(db, record, personId);
    say('session.started', { personId, sessionId: session.id });
    return { personId, token: session.token };
  }

  private async sit(
    db: Db,
    record: Recorder,
    { invitation, personId, input }: { invitation: KnockedWith; personId: PersonId; input: Acceptance },
  ): Promise<void> {
    const now = this.clock.now();
    const { partnershipId } = invitation;
    const isNew = invitation.partnerId === null;
    const partnerId = invitation.partnerId ?? (await this.bringPartner(db, { invitation, personId, input, now }));
    const partner = partnerView(await this.store.partner(db, partnerId));
    if (partner.leftAt) throw new DomainError('invitation.refused');
    if (partner.isSuspended) throw new DomainError('seat.suspended');
    await this.store.addColleague(db, partner.organization.id, personId);
    const seatId = await this.store.addSeat(db, { ...invitation, partnerId, personId, now });
    const shared = await this.store.sharedSpace(db, partnershipId);
    const say = (spaceId: string, name: string, data: unknown) => record({ spaceId, name, data, by: seatId });
    if (isNew) say(shared, 'partner.joined', partner);
    say(shared, 'seat.taken', memberView(await this.store.member(db, seatId)));
    const used = invitationView(await this.invitations.use(db, invitation.id), now);
    say(used.spaceId, 'invitation.used', used);
  }

  private async bringPartner(
    db: Db,
    of: { invitation: KnockedWith; personId: PersonId; input: Acceptance; now: Date },
  ): Promise<PartnerId> {
    const { organization } = of.input;
    if (!organization) {
      throw new DomainError('input.invalid', { issues: [{ path: ['organizationName'], message: 'missing' }] });
    }
    const { partnershipId, standing } = of.invitation;
    if (await this.store.isPartner(db, partnershipId, organization.id)) throw new DomainError('invitation.already-in');
    await this.store.bringOrganization(db, { ...of, organization });
    return this.store.addPartner(db, { ...of, partnershipId, organization, standing });
  }
}
