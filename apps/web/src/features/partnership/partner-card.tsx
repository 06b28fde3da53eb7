import type { Member, Partner } from '@mufakat/domain';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Thread } from '@/ui/lurik';
import { OrganizationMark } from '@/ui/organization-mark';
import { PersonMark } from '@/ui/person-mark';
import { useWords } from '@/words/language-provider';
import { MemberMenu } from './member-menu';
import styles from './partner-card.module.css';

type Props = { partner: Partner; members: readonly Member[]; mySeatId: string };

/** A firm and the people who sit for it. */
export function PartnerCard({ partner, members, mySeatId }: Props) {
  const { partnership: say, account } = useWords();
  const { organization, slot } = partner;
  return (
    <Card className={styles.card}>
      <Thread slot={slot} weave={partner.leftAt ? 'hollow' : 'full'} />
      <header className={styles.head}>
        <OrganizationMark name={organization.name} letters={organization.letters} slot={slot} silent />
        <div className={styles.words}>
          <h2>{organization.name}</h2>
          <p className="small muted">
            {say.standings[partner.standing]} · {say.kinds[organization.kind]}
            {organization.place && ` · ${organization.place}`}
          </p>
        </div>
        {partner.leftAt && <Chip tone="plain">{say.left}</Chip>}
        {partner.isSuspended && <Chip tone="risk">{say.suspended}</Chip>}
      </header>
      <ul className={styles.members}>
        {members.map((member) => (
          <li key={member.seatId} className={styles.member}>
            <PersonMark name={member.name} slot={slot} silent />
            <span>
              {member.honorific && `${account.honorifics[member.honorific]} `}
              {member.name}
              {member.seatId === mySeatId && <span className="muted"> ({say.you})</span>}
              <span className={styles.note}>
                {account.roles[member.role]}
                {member.isSignatory && ` · ${say.signatory}`}
              </span>
            </span>
            <MemberMenu member={member} firm={organization} colleagues={members} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
