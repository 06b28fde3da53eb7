import { CircleAlert, CloudCheck, CloudUpload } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { useReportSaved } from '@/lib/saved';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import type { useChangeMe } from './account.queries';
import styles from './setting.module.css';

type Change = ReturnType<typeof useChangeMe>;
type Props = { id: string; label?: ReactNode; change: Change; children: ReactNode };

/** One field of the account which saves itself and says beside itself how that went. */
export function Setting({ id, label, change, children }: Props) {
  const says = useSentence();
  useReportSaved(`account.${id}`, change.isPending ? 'saving' : 'saved', change.isPending ? 1 : 0);
  return (
    <div className={styles.setting}>
      <div className={styles.head}>
        {label && <span className={styles.label}>{label}</span>}
        <Fate change={change} />
      </div>
      {children}
      {change.error && (
        <p className={styles.refused} role="alert">
          <Icon of={CircleAlert} size={16} />
          {says(change.error)}
        </p>
      )}
    </div>
  );
}

/** Saved, or on its way; nothing before the first change. */
function Fate({ change }: { change: Change }) {
  const { account } = useWords();
  const isSaved = change.isSuccess;
  return (
    <span className={classes(styles.fate, isSaved && styles.saved)} role="status">
      {change.isPending && (
        <>
          <Icon of={CloudUpload} size={14} />
          {account.saving}
        </>
      )}
      {isSaved && (
        <>
          <Icon of={CloudCheck} size={14} />
          {account.savedHere}
        </>
      )}
    </span>
  );
}
