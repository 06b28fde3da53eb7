import { type ReactNode, useEffect, useRef } from 'react';
import styles from './error-summary.module.css';

/** What is wrong, and the id of the field where it can be mended. */
export type FormFault = { field: string; says: ReactNode };

type Props = {
  title: string;
  faults: readonly FormFault[];
  /** Changes with each attempt, so that the focus comes back. */ attempt: number;
};

/** The faults of a form in one place: takes the focus after an attempt, each line leads to its field. */
export function ErrorSummary({ title, faults, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const any = faults.length > 0;
  useEffect(() => {
    if (any && attempt > 0) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div className={styles.box} role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {faults.map(({ field, says }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => lead(event, field)}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function lead(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView?.({ block: 'center' });
  field?.focus();
}
