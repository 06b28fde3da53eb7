import type { Invitation } from '@mufakat/domain';
import { revokeRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { day } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { invitationsQuery, useRevokeInvitation } from './partnership.queries';
import styles from './partner-card.module.css';

/** The doors that stand open now, and the way to close them. */
export function InvitationList() {
  const say = useLanguage().words.partnership;
  const { id } = usePartnership();
  const open = useQuery(invitationsQuery(id)).data?.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={say.invitations} count={open.length}>
      <Card>
        <ul>
          {open.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { words, language } = useLanguage();
  const say = words.partnership;
  const { id, seat, member } = usePartnership();
  const toast = useToast();
  const sentence = useSentence();
  const revoke = useRevokeInvitation(id);
  const refusal = revokeRefusal(seat, invitation);
  return (
    <li className={styles.member}>
      <span />
      <span>
        {say.invitationFor(invitation.organizationName)}
        <span className={styles.note}>
          {words.account.roles[invitation.role]} · {member(invitation.invitedBy)?.name} ·{' '}
          {say.usesLeft(invitation.uses, invitation.maxUses)} ·{' '}
          {say.validUntil(day(invitation.expiresAt.slice(0, 10), language, 'short'))}
        </span>
      </span>
      <Button
        small
        busy={revoke.isPending}
        whyNot={refusal ? words.refusals[refusal] : undefined}
        onClick={() =>
          revoke.mutate(invitation, {
            onSuccess: () => toast({ says: say.revoked }),
            onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
          })
        }
      >
        {say.revoke}
      </Button>
    </li>
  );
}
