import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from '@/lib/classes';
import { useBubble } from './bubble';
import styles from './button.module.css';
import { Icon } from './icon';

/** `primary` once per screen; `tonal` for the likely answer in a row; `quiet` beside others; `danger` for what cannot be undone. */
export type ButtonKind = 'primary' | 'plain' | 'tonal' | 'quiet' | 'danger';

type Look = { kind?: ButtonKind | undefined; small?: boolean | undefined; wide?: boolean | undefined };

/** The look of a button for a link: `<Link className={buttonLook({ kind: 'primary' })}>`. */
export function buttonLook({ kind = 'plain', small = false, wide = false }: Look = {}): string {
  return classes(styles.button, styles[kind], small && styles.small, wide && styles.wide);
}

type Props = Look &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    icon?: LucideIcon;
    /** The reason it cannot be pressed. It stays reachable, and says so. */
    whyNot?: string | undefined;
    /** At work: keeps its width, takes no second press. */
    busy?: boolean;
    children: ReactNode;
  };

/** A button which, when it cannot be pressed, says why: on hover, on focus, on a tap and to a screen reader. */
export function Button({ kind, small, wide, icon, whyNot, busy = false, children, onClick, ...rest }: Props) {
  const reason = useId();
  const { on, show, bubble } = useBubble(whyNot);
  const held = whyNot !== undefined || busy;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!held) return onClick?.(event);
    event.preventDefault();
    if (whyNot !== undefined) show(event);
  };
  return (
    <>
      <button
        type="button"
        {...(whyNot === undefined ? {} : on)}
        {...rest}
        className={classes(buttonLook({ kind, small, wide }), rest.className)}
        aria-disabled={held || undefined}
        aria-busy={busy || undefined}
        aria-describedby={classes(rest['aria-describedby'], whyNot && reason) || undefined}
        onClick={press}
      >
        {icon && <Icon of={icon} size={16} />}
        {children}
        {busy && <span className={styles.turning} aria-hidden="true" />}
      </button>
      {whyNot !== undefined && (
        <span id={reason} hidden>
          {whyNot}
        </span>
      )}
      {bubble}
    </>
  );
}
