import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  title: ReactNode;
  children: ReactNode;
  /** One primary button, at most one quiet one beside it. */ actions?: ReactNode;
};

/** A list without rows teaches: what belongs here, one example, one thing to do. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      <p>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
