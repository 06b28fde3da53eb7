import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type Props = {
  title: ReactNode;
  children: ReactNode;
  /** One primary button, at most one quiet one beside it. */
  actions?: ReactNode;
  /** It is all there is: its title is the heading of the screen. */
  isScreen?: boolean;
};

/** A list without rows teaches: what belongs here, one example, one thing to do. */
export function EmptyState({ title, children, actions, isScreen = false }: Props) {
  return (
    <div className={styles.empty}>
      {isScreen ? <h1 tabIndex={-1}>{title}</h1> : <h3>{title}</h3>}
      <p>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
