import type { Goal } from '@mufakat/domain';
import type { GoalColumn as Column } from '@mufakat/domain/browser';
import { Ban } from 'lucide-react';
import { Fragment, type ReactNode, useId, useRef } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import styles from './board.module.css';
import { useDropColumn } from './use-card-drag';
import type { Moving } from './use-card-moves';

type Props = {
  column: Column;
  goals: readonly Goal[];
  moving: Moving | null;
  /** On a phone only the chosen column is shown. */
  chosen: boolean;
  card: (goal: Goal) => ReactNode;
};

/** One column: its cards, the place a carried card would take, or why it may not come here. */
export function GoalColumn({ column, goals, moving, chosen, card }: Props) {
  const words = useWords().goal;
  const box = useRef<HTMLElement>(null);
  const head = useId();
  useDropColumn(box, column);
  const over = moving?.column === column ? moving : null;
  const others = goals.filter(({ id }) => id !== moving?.goal.id);
  const before = over && over.whyNot === null ? others[over.at]?.id : undefined;
  const atEnd = over && over.whyNot === null && before === undefined;
  return (
    <section
      ref={box}
      className={classes(
        styles.column,
        chosen && styles.chosen,
        over && (over.whyNot === null ? styles.over : styles.closed),
      )}
      aria-labelledby={head}
      data-column={column}
    >
      <header className={styles.columnHead}>
        <h2 id={head}>{words.columns[column]}</h2>
        <span className="num">{goals.length}</span>
      </header>
      {over?.whyNot && (
        <p className={styles.whyNot}>
          <Icon of={Ban} size={16} /> {over.whyNot}
        </p>
      )}
      <ul className={styles.cards}>
        {goals.map((goal) => (
          <Fragment key={goal.id}>
            {goal.id === before && <li className={styles.place} aria-hidden="true" />}
            <li>{card(goal)}</li>
          </Fragment>
        ))}
        {atEnd && <li className={styles.place} aria-hidden="true" />}
      </ul>
      {goals.length === 0 && !over && <p className={styles.emptyColumn}>{words.emptyColumn[column]}</p>}
    </section>
  );
}
