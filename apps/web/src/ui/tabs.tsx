import { type KeyboardEvent, type ReactNode, useId } from 'react';
import styles from './tabs.module.css';

export type Tab = { value: string; label: ReactNode; count?: ReactNode; content: ReactNode };

type Props = { label: string; tabs: readonly Tab[]; value: string; onChange: (value: string) => void };

/** Parts of one screen; which one is shown belongs in the address. Only the chosen part is rendered. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const id = useId();
  const shown = tabs.find((tab) => tab.value === value);
  return (
    <div>
      <div className={styles.list} role="tablist" aria-label={label} onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === (shown ?? tabs[0]) ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      {shown && (
        <div
          key={shown.value}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${shown.value}`}
          tabIndex={0}
          className={styles.content}
        >
          {shown.content}
        </div>
      )}
    </div>
  );
}

/** Arrows go from tab to tab without choosing one, so that nobody fetches what they only pass. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab === event.target);
  const goal = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at + tabs.length - 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key];
  if (at < 0 || goal === undefined) return;
  event.preventDefault();
  tabs[goal]?.focus();
}
