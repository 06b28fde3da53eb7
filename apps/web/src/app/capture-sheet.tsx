import { Link } from '@tanstack/react-router';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import { captures } from './navigation';
import styles from './sheet-list.module.css';

type Props = { open: boolean; onClose: () => void; partnershipId: string };

/** The answer to the plus: what shall be added? */
export function CaptureSheet({ open, onClose, partnershipId }: Props) {
  const words = useWords().frame;
  return (
    <Dialog open={open} onClose={onClose} title={words.captureWhat} closeLabel={words.close} size="small">
      <ul className={styles.list}>
        {captures.map(({ id, to, icon }) => (
          <li key={id}>
            <Link to={to} params={{ partnershipId }} search={{ baru: 1 } as never} onClick={onClose}>
              <Icon of={icon} />
              {words[id]}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
