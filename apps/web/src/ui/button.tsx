import { type ComponentProps, type MouseEvent, type ReactNode, useId, useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from '@/lib/classes';
import styles from './button.module.css';
import { Icon } from './icon';
import { Tooltip } from './tooltip';

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
  /** While the bubble is shown it is the description; otherwise the hidden words are. */
  const [shown, setShown] = useState(false);
  const held = whyNot !== undefined || busy;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (held) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      type="button"
      {...rest}
      className={classes(buttonLook({ kind, small, wide }), rest.className)}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      aria-describedby={classes(rest['aria-describedby'], whyNot && !shown && reason) || undefined}
      onClick={press}
    >
      {icon && <Icon of={icon} size={16} />}
      {children}
      {busy && <span className={styles.turning} aria-hidden="true" />}
    </button>
  );
  if (whyNot === undefined) return button;
  return (
    <>
      <Tooltip says={whyNot} onTap onShown={setShown}>
        {button}
      </Tooltip>
      <span id={reason} hidden>
        {whyNot}
      </span>
    </>
  );
}
