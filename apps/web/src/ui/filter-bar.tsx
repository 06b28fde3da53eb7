import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';
import { Icon } from './icon';

/** What narrows a list, in one line; on a phone the line is drawn sideways. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.bar} role="search" aria-label={label}>
      {children}
    </div>
  );
}

type DayProps = { label: string; value: string | null; onChange: (day: string | null) => void };

/** A day, as the device lets one choose it; null once there is none. */
export function SoughtDay({ label, value, onChange }: DayProps) {
  return (
    <label className={styles.day}>
      <span>{label}</span>
      <input type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />
    </label>
  );
}

type SoughtProps = { label: string; value: string; onChange: (sought: string | null) => void };

/** The words looked for; null once there are none. */
export function SoughtWords({ label, value, onChange }: SoughtProps) {
  return (
    <label className={styles.sought}>
      <Icon of={Search} size={16} />
      <span className="hushed">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </label>
  );
}
