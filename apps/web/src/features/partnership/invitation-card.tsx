import type { InvitationPreview } from '@mufakat/domain';
import { day } from '@/lib/dates';
import { Card } from '@/ui/card';
import { Thread } from '@/ui/lurik';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage } from '@/words/language-provider';
import styles from './invitation-card.module.css';

/** What joining means: who invites, to what, who is there, and what the others will see. */
export function InvitationCard({ preview }: { preview: InvitationPreview }) {
  const { words, language } = useLanguage();
  const say = words.partnership;
  return (
    <Card className={styles.card}>
      <p>
        {say.invitedBy(preview.invitedByName, preview.invitedByOrganization)} <b>{preview.partnershipName}</b>{' '}
        {preview.organizationName && say.invitedAs(preview.organizationName)}
      </p>
      <p className="small muted">
        {say.types[preview.partnershipType].name} · {say.standings[preview.standing]} ·{' '}
        {words.account.roles[preview.role]}
      </p>
      {preview.purpose && <p>{preview.purpose}</p>}
      <ul className={styles.firms}>
        {preview.partners.map(({ name, letters, slot }) => (
          <li key={letters} className={styles.firm}>
            <OrganizationMark name={name} letters={letters} slot={slot} silent />
            <span>{name}</span>
          </li>
        ))}
        <li className={styles.firm}>
          <span className={styles.thread}>
            <Thread slot={preview.partners.length % 8} weave="hollow" />
          </span>
          <span className="muted">{say.yourThread}</span>
        </li>
      </ul>
      <div className={styles.seen}>
        <p>{say.othersSee}</p>
        <p>{say.validUntil(day(preview.expiresAt.slice(0, 10), language))}</p>
      </div>
    </Card>
  );
}
