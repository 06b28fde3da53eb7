import type { MySeat } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { Lurik } from '@/ui/lurik';
import { useWords } from '@/words/language-provider';
import styles from './partnership-card.module.css';

/** One partnership in the list: its cloth, its kind, and who one is there. */
export function PartnershipCard({ seat }: { seat: MySeat }) {
  const { partnership: words, account, frame } = useWords();
  return (
    <Link to="/k/$partnershipId" params={{ partnershipId: seat.partnershipId }} className={styles.card}>
      <span className={styles.name}>{seat.partnershipName}</span>
      <Lurik slots={seat.threads} />
      <span className="small muted">
        {words.types[seat.partnershipType].name} · {frame.partners(seat.threads.length)} · {seat.organizationName},{' '}
        {account.roles[seat.role]}
      </span>
    </Link>
  );
}
