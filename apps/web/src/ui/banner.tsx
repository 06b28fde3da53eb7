import type { ReactNode } from 'react';
import { Clock, Info, type LucideIcon, OctagonAlert } from 'lucide-react';
import { classes } from '@/lib/classes';
import styles from './banner.module.css';
import { Icon } from './icon';

type Tone = 'info' | 'risk' | 'bad';
const drawings: Record<Tone, LucideIcon> = { info: Info, risk: Clock, bad: OctagonAlert };

type Props = { tone?: Tone; icon?: LucideIcon; title?: ReactNode; children?: ReactNode; action?: ReactNode };

/** One line across the screen: what is so, what still works, what to do. `bad` interrupts a screen reader; the others wait. */
export function Banner({ tone = 'info', icon = drawings[tone], title, children, action }: Props) {
  return (
    <div className={classes(styles.banner, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon of={icon} />
      <span className={styles.words}>
        {title && <b>{title}</b>} {children}
      </span>
      {action && <span className={styles.action}>{action}</span>}
    </div>
  );
}
