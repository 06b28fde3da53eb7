import type { ReactNode } from 'react';
import { CircleCheck, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import { classes } from '@/lib/classes';
import styles from './chip.module.css';
import { Icon } from './icon';

/** How good it is: always said by shape and word as well as by colour. */
export type Tone = 'plain' | 'ok' | 'risk' | 'bad' | 'nila';

const shapes: Partial<Record<Tone, LucideIcon>> = { ok: CircleCheck, risk: TriangleAlert, bad: OctagonAlert };

type Props = { tone?: Tone; icon?: LucideIcon; children: ReactNode };

/** A status in a pill: shape, word, colour. */
export function Chip({ tone = 'plain', icon = shapes[tone], children }: Props) {
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}

/** The same without the pill, for a line under a bar. The word is the caller's. */
export function PaceWord({ tone = 'plain', icon = shapes[tone], children }: Props) {
  return (
    <span className={classes(styles.pace, styles[tone])}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}
