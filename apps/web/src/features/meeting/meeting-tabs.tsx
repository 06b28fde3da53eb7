import type { ReactNode } from 'react';
import { Segmented } from '@/ui/segmented';
import { useWords } from '@/words/language-provider';
import styles from './meeting-tabs.module.css';

export type MeetingPart = 'acara' | 'catatan' | 'hadir';

type Props = {
  part: MeetingPart;
  onPart: (part: MeetingPart) => void;
  agenda: ReactNode;
  notes: ReactNode;
  people: ReactNode;
};

/** Three columns on a wide screen; on a phone one part at a time. All of them stay alive, so that nothing typed is lost. */
export function MeetingParts({ part, onPart, agenda, notes, people }: Props) {
  const words = useWords().meeting;
  return (
    <>
      <div className={`${styles.tabs} no-print`}>
        <Segmented
          label={words.tabs}
          value={part}
          onChange={(value) => onPart(value as MeetingPart)}
          segments={[
            { value: 'acara', label: words.agenda },
            { value: 'catatan', label: words.notesShort },
            { value: 'hadir', label: words.present },
          ]}
        />
      </div>
      <div className={styles.parts} data-part={part}>
        <div className={styles.part} data-of="acara">
          {agenda}
        </div>
        <section className={styles.part} data-of="catatan" aria-label={words.notes}>
          <h2 className={styles.head}>{words.notes}</h2>
          {notes}
        </section>
        <div className={styles.part} data-of="hadir">
          {people}
        </div>
      </div>
    </>
  );
}
