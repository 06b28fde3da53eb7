import { CloudCheck, CloudUpload, HardDrive, type LucideIcon, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from './icon';
import { Popover } from './popover';
import styles from './saved-chip.module.css';

/** Who can see what was written: everybody, nobody yet, this device only, or the server said no. */
export type SavedState = 'saved' | 'saving' | 'local' | 'refused';

/** The word for each state, and the sentence which explains it. */
export type SavedWords = Record<SavedState, { word: string; means: ReactNode }>;

const drawings: Record<SavedState, LucideIcon> = {
  saved: CloudCheck,
  saving: CloudUpload,
  local: HardDrive,
  refused: OctagonAlert,
};
const order: readonly SavedState[] = ['saved', 'saving', 'local', 'refused'];

type Props = { state: SavedState; words: SavedWords; /** Names the explanation. */ label: string; compact?: boolean };

/** Never claims more than is true. A press explains all four states; only trouble is read out by itself. */
export function SavedChip({ state, words, label, compact = false }: Props) {
  const opener = (
    <button type="button" className={classes(styles.chip, styles[state], compact && styles.compact)} data-saved={state}>
      <Icon of={drawings[state]} size={compact ? 14 : 16} />
      <span className={styles.word}>{words[state].word}</span>
    </button>
  );
  return (
    <>
      <Popover opener={opener} label={label}>
        <ul className={styles.list}>
          {order.map((each) => (
            <li
              key={each}
              className={classes(styles[each], each === state && styles.now)}
              aria-current={each === state || undefined}
            >
              <Icon of={drawings[each]} size={16} />
              <span>
                <b>{words[each].word}</b>
                <span className={styles.means}>{words[each].means}</span>
              </span>
            </li>
          ))}
        </ul>
      </Popover>
      <span className="hushed" role="status">
        {state === 'local' || state === 'refused' ? words[state].word : ''}
      </span>
    </>
  );
}
