import type { DocumentId } from '@mufakat/domain';
import { type ReactNode, useEffect, useRef } from 'react';
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
  const [version, list] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  useEffect(() => keepFocus(asked === null ? list.current : version.current), [asked]);
  return (
    <>
      <ScreenHead title={words.title} note={<span className={styles.subject}>{subject}</span>} />
      <div className={`columns ${styles.parts}`} data-shows={asked === null ? 'list' : 'version'}>
        <section ref={version} className={styles.version} tabIndex={-1} aria-label={words.chosen}>
          <VersionReading documentId={documentId} chosen={chosen} whyReadOnly={whyReadOnly} />
        </section>
        <section ref={list} className={styles.list} tabIndex={-1} aria-label={words.all}>
          <VersionList documentId={documentId} chosen={asked === null ? 'now' : chosen} />
        </section>
      </div>
    </>
  );
}

/** Where the pressed link went out of sight, the focus goes to what stands in its place. */
function keepFocus(shown: HTMLElement | null): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches('a') && focused.offsetParent === null) shown?.focus();
}
