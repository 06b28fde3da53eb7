import { useNavigate } from '@tanstack/react-router';
import { NewPartnershipForm } from '@/features/partnership/new-partnership-form';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import styles from './new-partnership-screen.module.css';

/** The wizard of a new partnership, on one page. */
export function NewPartnershipScreen() {
  const { partnership: words, frame } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  useScreen(frame.startPartnership, [{ label: frame.partnerships, to: '/kemitraan' }]);
  if (!me) return null;
  return (
    <div className={styles.form}>
      <ScreenHead title={frame.startPartnership} note={words.startNote} />
      <NewPartnershipForm
        organizations={me.organizations}
        onDone={(partnershipId) => void navigate({ to: '/k/$partnershipId/mitra', params: { partnershipId } })}
      />
    </div>
  );
}
