import { Kbd } from '@/ui/kbd';
import { useWords } from '@/words/language-provider';
import styles from './board.module.css';
import type { Columns } from './columns';
import type { Moving } from './use-card-moves';

/** While a card is carried by keys: where it would lie, and which keys do what. A screen reader is told apart. */
export function LiftBar({ moving, columns }: { moving: Moving; columns: Columns }) {
  const words = useWords().goal;
  const { goal, column, at, whyNot } = moving;
  const of = columns[column].filter(({ id }) => id !== goal.id).length + 1;
  return (
    <div className={styles.liftBar} aria-hidden="true">
      <span>
        {words.move.moving} <b>{goal.title}</b>{' '}
        {whyNot ? words.move.refused(words.columns[column], whyNot) : words.move.to(words.columns[column], at + 1, of)}
      </span>
      <span className={styles.keys}>
        <Kbd>←</Kbd> <Kbd>→</Kbd> {words.move.keyColumn}
      </span>
      <span className={styles.keys}>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {words.move.keyPlace}
      </span>
      <span className={styles.keys}>
        <Kbd>{words.move.space}</Kbd> {words.move.keyDrop}
      </span>
      <span className={styles.keys}>
        <Kbd>Esc</Kbd> {words.move.keyCancel}
      </span>
    </div>
  );
}
