import { useNavigate } from '@tanstack/react-router';
import { useCreatePartnership } from '@/features/partnership/partnership.queries';
import { PartnershipWizard } from '@/features/partnership/partnership-wizard';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import styles from './new-partnership-screen.module.css';

/** A partnership begins, one question a page. */
export function NewPartnershipScreen() {
  const { partnership: words, frame } = useWords();
  const me = useMe();
  const create = useCreatePartnership();
  const navigate = useNavigate();
  useScreen(frame.startPartnership, [{ label: frame.partnerships, to: '/kemitraan' }]);
  if (!me) return null;
  return (
    <div className={styles.form}>
      <ScreenHead title={frame.startPartnership} note={words.startNote} />
      <PartnershipWizard
        organizations={me.organizations}
        go={words.start}
        send={async (founded) => {
          await create.mutateAsync(founded);
          void navigate({ to: '/k/$partnershipId/mitra', params: { partnershipId: founded.id } });
        }}
      />
    </div>
  );
}
