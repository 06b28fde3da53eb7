import { UserPlus, Handshake } from 'lucide-react';
import { AboutPartnership } from '@/features/partnership/about-partnership';
import { InvitationList } from '@/features/partnership/invitation-list';
import { InviteDialog, useInviteWhyNot, type InviteKind } from '@/features/partnership/invite-dialog';
import { PartnerCard } from '@/features/partnership/partner-card';
import { useAddressWord } from '@/lib/address';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { useWords } from '@/words/language-provider';
import styles from './members-screen.module.css';

/** Who sits at this table, and the ways to bring others. */
export function MembersScreen() {
  const say = useWords().partnership;
  const { id, directory, seat } = usePartnership();
  const [inviting, setInviting] = useAddressWord('undang');
  useScreen(say.members);
  useLook(id, 'members');
  const whyNotFirm = useInviteWhyNot(seat, 'organization');
  const whyNotColleague = useInviteWhyNot(seat, 'colleague');
  const open = directory.members.filter(({ endedAt }) => endedAt === null);
  const kind: InviteKind | null = inviting === 'mitra' ? 'organization' : inviting === 'rekan' ? 'colleague' : null;
  return (
    <>
      <ScreenHead
        title={say.members}
        note={say.membersNote(directory.partners.filter(({ leftAt }) => !leftAt).length, open.length)}
        actions={
          <>
            <Button icon={UserPlus} whyNot={whyNotColleague} onClick={() => setInviting('rekan')}>
              {say.inviteColleague}
            </Button>
            <Button kind="primary" icon={Handshake} whyNot={whyNotFirm} onClick={() => setInviting('mitra')}>
              {say.inviteFirm}
            </Button>
          </>
        }
      />
      <div className="stack">
        <AboutPartnership />
        {directory.partners.length === 1 && <EmptyState title={say.aloneTitle}>{say.aloneSays}</EmptyState>}
        <div className={styles.partners}>
          {directory.partners.map((partner) => (
            <PartnerCard
              key={partner.id}
              partner={partner}
              members={open.filter(({ partnerId }) => partnerId === partner.id)}
              mySeatId={seat.id}
            />
          ))}
        </div>
        <InvitationList />
      </div>
      {kind && <InviteDialog kind={kind} onClose={() => setInviting(null)} />}
    </>
  );
}
