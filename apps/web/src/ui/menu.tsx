import {
  Content,
  Item,
  ItemIndicator,
  Label,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Separator,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { Check, type LucideIcon } from 'lucide-react';
import { classes } from '@/lib/classes';
import { Icon } from './icon';
import { Kbd } from './kbd';
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

type Props = {
  /** The button which opens it. */
  children: ReactElement;
  /** Groups are divided by a line. */
  groups: readonly (readonly MenuAction[])[];
  title?: ReactNode;
  align?: 'start' | 'center' | 'end';
};

/** Actions behind a button. */
export function Menu({ children, groups, title, align = 'end' }: Props) {
  return (
    <Root>
      <Trigger asChild>{children}</Trigger>
      <Portal>
        <Content className={styles.menu} align={align} sideOffset={6} collisionPadding={10}>
          {title && <Label className={styles.title}>{title}</Label>}
          {groups.map((actions, at) => (
            <div key={at}>
              {at > 0 && <Separator className={styles.line} />}
              {actions.map((action, index) => (
                <MenuRow key={index} {...action} />
              ))}
            </div>
          ))}
        </Content>
      </Portal>
    </Root>
  );
}

function MenuRow({ label, icon, onSelect, whyNot, danger = false, keys }: MenuAction) {
  const select = (event: Event) => {
    if (whyNot === undefined) onSelect();
    else event.preventDefault();
  };
  return (
    <Item
      className={classes(styles.item, danger && styles.danger)}
      aria-disabled={whyNot !== undefined || undefined}
      onSelect={select}
    >
      {icon && <Icon of={icon} size={16} />}
      <span className={styles.words}>
        {label}
        {whyNot && <span className={styles.why}>{whyNot}</span>}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </Item>
  );
}

type ChoiceProps = {
  children: ReactElement;
  value: string;
  choices: readonly MenuChoice[];
  onChoose: (value: string) => void;
  title?: ReactNode;
  align?: 'start' | 'center' | 'end';
  /** Further actions under the choices. */
  after?: readonly MenuAction[];
};

/** One of several behind a button, such as a filter or the partnership to stand in. */
export function ChoiceMenu({ children, value, choices, onChoose, title, align = 'start', after = [] }: ChoiceProps) {
  return (
    <Root>
      <Trigger asChild>{children}</Trigger>
      <Portal>
        <Content className={styles.menu} align={align} sideOffset={6} collisionPadding={10}>
          {title && <Label className={styles.title}>{title}</Label>}
          <RadioGroup value={value} onValueChange={onChoose}>
            {choices.map((choice) => (
              <RadioItem key={choice.value} value={choice.value} className={styles.item ?? ''}>
                {choice.mark}
                <span className={styles.words}>{choice.label}</span>
                <ItemIndicator className={styles.tick}>
                  <Icon of={Check} size={16} />
                </ItemIndicator>
              </RadioItem>
            ))}
          </RadioGroup>
          {after.length > 0 && <Separator className={styles.line} />}
          {after.map((action, index) => (
            <MenuRow key={index} {...action} />
          ))}
        </Content>
      </Portal>
    </Root>
  );
}
