import { Link } from '@tanstack/react-router';
import { Handshake, LogOut, Server } from 'lucide-react';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import { personalPlaces, placeName, places } from './navigation';
import styles from './sheet-list.module.css';

type Props = { open: boolean; onClose: () => void; partnershipId: string; isOperator: boolean; onSignOut: () => void };

const atTheBar = new Set(['today', 'goals', 'tasks']);

/** On a phone: every place which has no room in the bar. */
export function MoreSheet({ open, onClose, partnershipId, isOperator, onSignOut }: Props) {
  const words = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={words.frame.more} closeLabel={words.frame.close} size="small">
      <ul className={styles.list}>
        {places
          .filter(({ id }) => !atTheBar.has(id))
          .map(({ id, to, icon }) => (
            <li key={id}>
              <Link to={to} params={{ partnershipId }} onClick={onClose}>
                <Icon of={icon} />
                {placeName(words, id)}
              </Link>
            </li>
          ))}
        <li>
          <Link to="/kemitraan" onClick={onClose}>
            <Icon of={Handshake} />
            {words.frame.partnerships}
          </Link>
        </li>
        {personalPlaces.map(({ id, to, icon }) => (
          <li key={id}>
            <Link to={to} onClick={onClose}>
              <Icon of={icon} />
              {placeName(words, id)}
            </Link>
          </li>
        ))}
        {isOperator && (
          <li>
            <Link to="/operator" onClick={onClose}>
              <Icon of={Server} />
              {words.frame.operator}
            </Link>
          </li>
        )}
        <li>
          <button
            type="button"
            onClick={() => {
              onClose();
              onSignOut();
            }}
          >
            <Icon of={LogOut} />
            {words.frame.signOut}
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
