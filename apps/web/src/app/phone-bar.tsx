import { Link } from '@tanstack/react-router';
import { Menu as MenuIcon, Plus } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import { places } from './navigation';
import styles from './phone-bar.module.css';

type Props = { partnershipId: string; onCapture: () => void; onMore: () => void };

/** The bar at the thumb: two places, the plus, one place, the rest. */
export function PhoneBar({ partnershipId, onCapture, onMore }: Props) {
  const words = useWords().frame;
  return (
    <nav className={styles.bar} aria-label={words.navigation}>
      <Place id="today" partnershipId={partnershipId} />
      <Place id="goals" partnershipId={partnershipId} />
      <button
        type="button"
        className={styles.place}
        onClick={onCapture}
        aria-label={words.capture}
        aria-haspopup="dialog"
      >
        <span className={styles.plus}>
          <Icon of={Plus} size={22} />
        </span>
      </button>
      <Place id="tasks" partnershipId={partnershipId} />
      <button type="button" className={styles.place} onClick={onMore} aria-haspopup="dialog">
        <Icon of={MenuIcon} size={22} />
        {words.more}
      </button>
    </nav>
  );
}

function Place({ id, partnershipId }: { id: 'today' | 'goals' | 'tasks'; partnershipId: string }) {
  const words = useWords().frame;
  const place = places.find((each) => each.id === id);
  if (!place) return null;
  return (
    <Link
      to={place.to}
      params={{ partnershipId }}
      className={styles.place}
      activeOptions={{ exact: id === 'today', includeSearch: false }}
    >
      <Icon of={place.icon} size={22} />
      {words[id]}
    </Link>
  );
}
