import type { DocumentId } from '@mufakat/domain';
import type { ReactNode } from 'react';
import { useAddressWord } from '@/lib/address';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import styles from './version-history.module.css';
import { VersionList } from './version-list';
import { VersionReading } from './version-reading';
import type { Chosen } from './version.queries';

type Props = {
  documentId: DocumentId;
  /** The thing whose text it is, and the way to it. */
  subject: ReactNode;
  whyReadOnly: string | undefined;
};

/** The versions of a text beside the chosen one. On a narrow screen one or the other, as the address says. */
export function VersionHistory({ documentId, subject, whyReadOnly }: Props) {
  const words = useWords().version;
  const [asked] = useAddressWord('versi');
  const chosen: Chosen = asked === null || asked === 'sekarang' ? 'now' : (asked as Chosen);
  return (
    <>
      <ScreenHead title={words.title} note={<span className={styles.subject}>{subject}</span>} />
      <div className={`columns ${styles.parts}`} data-shows={asked === null ? 'list' : 'version'}>
        <div className={styles.version}>
          <VersionReading documentId={documentId} chosen={chosen} whyReadOnly={whyReadOnly} />
        </div>
        <div className={styles.list}>
          <VersionList documentId={documentId} chosen={asked === null ? 'now' : chosen} />
        </div>
      </div>
    </>
  );
}
