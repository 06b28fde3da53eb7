import type { LucideIcon } from 'lucide-react';
import styles from './icon.module.css';

type Props = { of: LucideIcon; size?: 14 | 16 | 20 | 22; label?: string };

/** A drawing beside words; give `label` only where it stands alone. Drawings are imported by name from lucide-react. */
export function Icon({ of: Drawing, size = 20, label }: Props) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return <Drawing className={styles.icon} size={size} strokeWidth={size < 20 ? 2.2 : 2} {...spoken} />;
}
