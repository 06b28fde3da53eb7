import type { ComponentProps, ReactNode } from 'react';
import { classes } from '@/lib/classes';
import styles from './card.module.css';

/** A white sheet on the cloth; what is in it brings its own padding. */
export function Card(props: ComponentProps<'div'>) {
  return <div {...props} className={classes(styles.card, props.className)} />;
}

type PanelProps = { title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode; id?: string };

/** A titled sheet: heading, one explaining sentence, actions at the right. */
export function Panel({ title, note, actions, children, id }: PanelProps) {
  return (
    <section className={classes(styles.card, styles.panel)} id={id}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2>{title}</h2>
          {note && <p>{note}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

type SectionProps = {
  title: ReactNode;
  /** The number or the moment beside the title. */
  count?: ReactNode;
  /** A link at the right, usually "see all". */
  action?: ReactNode;
  children: ReactNode;
};

/** A heading over a list on the cloth, as on the home screen. */
export function Section({ title, count, action, children }: SectionProps) {
  return (
    <section>
      <div className={styles.section}>
        <div>
          <h2>{title}</h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </div>
        {action && <span className={styles.more}>{action}</span>}
      </div>
      {children}
    </section>
  );
}

type HeadProps = { title: ReactNode; above?: ReactNode; note?: ReactNode; actions?: ReactNode };

/** The head of a screen: chips above, the h1 which takes the focus, one sentence, the actions. */
export function ScreenHead({ title, above, note, actions }: HeadProps) {
  return (
    <header className={styles.screen}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 tabIndex={-1}>{title}</h1>
        {note && <div className={styles.note}>{note}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
