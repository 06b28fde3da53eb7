import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useId,
  useState,
} from 'react';
import { Check, type LucideIcon } from 'lucide-react';
import { classes } from '@/lib/classes';
import { type Align, Float } from './float';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { focusFirst, useMenuKeys } from './menu-keys';
import styles from './menu.module.css';

/** One thing to do. With `whyNot` it stays readable and says why it cannot be done. */
export type MenuAction = {
  label: ReactNode;
  icon?: LucideIcon;
  onSelect: () => void;
  whyNot?: string | undefined;
  danger?: boolean;
  keys?: string;
};

/** One of several, the chosen one ticked. */
export type MenuChoice = { value: string; label: ReactNode; mark?: ReactNode };

type OpenerProps = { onClick?: (event: MouseEvent<HTMLElement>) => void };
/** The button which opens a menu; it must pass on what a button takes. */
type Opener = ReactElement<OpenerProps>;

type MenuProps = {
  children: Opener;
  /** Groups are divided by a line. */
  groups: readonly (readonly MenuAction[])[];
  title?: ReactNode;
  align?: Align;
};

/** Actions behind a button. */
export function Menu({ children, groups, title, align = 'end' }: MenuProps) {
  return (
    <Behind opener={children} title={title} align={align}>
      {(close) =>
        groups.map((actions, at) => (
          <div key={at} role="group" className={styles.group}>
            {actions.map((action, index) => (
              <Action key={index} {...action} repeats={action.whyNot === actions[index - 1]?.whyNot} close={close} />
            ))}
          </div>
        ))
      }
    </Behind>
  );
}

type ChoiceProps = {
  children: Opener;
  value: string;
  choices: readonly MenuChoice[];
  onChoose: (value: string) => void;
  title?: ReactNode;
  align?: Align;
  /** Further actions under the choices. */
  after?: readonly MenuAction[];
};

/** One of several behind a button, such as a filter or the partnership to stand in. */
export function ChoiceMenu({ children, value, choices, onChoose, title, align = 'start', after = [] }: ChoiceProps) {
  return (
    <Behind opener={children} title={title} align={align}>
      {(close) => (
        <>
          <div role="group" className={styles.group}>
            {choices.map((choice) => (
              <button
                key={choice.value}
                type="button"
                role="menuitemradio"
                aria-checked={choice.value === value}
                tabIndex={-1}
                className={styles.item}
                onClick={() => close(() => onChoose(choice.value))}
              >
                {choice.mark}
                <span className={styles.words}>{choice.label}</span>
                {choice.value === value && <Icon of={Check} size={16} />}
              </button>
            ))}
          </div>
          {after.length > 0 && (
            <div role="group" className={styles.group}>
              {after.map((action, index) => (
                <Action key={index} {...action} close={close} />
              ))}
            </div>
          )}
        </>
      )}
    </Behind>
  );
}

type Close = (then: () => void) => void;
type BehindProps = { opener: Opener; title: ReactNode; align: Align; children: (close: Close) => ReactNode };

/** The opener, and what it opens: focus goes in, arrows move, a choice closes it and the opener has the focus again. */
function Behind({ opener, title, align, children }: BehindProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const leave = useCallback(() => setAnchor(null), []);
  const back = () => {
    leave();
    anchor?.focus();
  };
  const keys = useMenuKeys(back);
  const button = cloneElement(opener, {
    id,
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    onClick: (event: MouseEvent<HTMLElement>) => {
      opener.props.onClick?.(event);
      setAnchor(anchor ? null : event.currentTarget);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'ArrowDown' || anchor) return;
      event.preventDefault();
      setAnchor(event.currentTarget);
    },
  } as OpenerProps);
  const close: Close = (then) => {
    back();
    then();
  };
  return (
    <>
      {button}
      {anchor && (
        <Float
          anchor={anchor}
          align={align}
          onClose={leave}
          className={styles.menu}
          role="menu"
          aria-labelledby={id}
          {...keys}
          onOpened={focusFirst}
        >
          {title && <div className={styles.title}>{title}</div>}
          {children(close)}
        </Float>
      )}
    </>
  );
}

type ActionProps = MenuAction & { close: Close; repeats?: boolean };

/** The reason why it cannot be done is seen once for neighbours that share it, and heard at each. */
function Action({ label, icon, onSelect, whyNot, danger = false, keys, close, repeats = false }: ActionProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={classes(styles.item, danger && styles.danger)}
      aria-disabled={whyNot !== undefined || undefined}
      onClick={() => whyNot === undefined && close(onSelect)}
    >
      {icon && <Icon of={icon} size={16} />}
      <span className={styles.words}>
        {label}
        {whyNot && <span className={repeats ? 'hushed' : styles.why}>{whyNot}</span>}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </button>
  );
}
