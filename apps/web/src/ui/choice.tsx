import { type ComponentProps, type ReactNode, useId } from 'react';
import { Check } from 'lucide-react';
import { classes } from '@/lib/classes';
import styles from './choice.module.css';
import { Icon } from './icon';

type Props = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode; hushed?: boolean };

/** A box to tick, with its sentence. */
export function Checkbox(props: Props) {
  return (
    <Choice {...props} type="checkbox">
      <span className={styles.box} aria-hidden="true">
        <Icon of={Check} size={14} />
      </span>
    </Choice>
  );
}

/** One of several; all of a group share `name` and stand in a `ChoiceGroup`. */
export function Radio(props: Props) {
  return (
    <Choice {...props} type="radio">
      <span className={classes(styles.box, styles.round)} aria-hidden="true" />
    </Choice>
  );
}

/** On or off, at once. */
export function Switch(props: Props) {
  return (
    <Choice {...props} type="checkbox" role="switch">
      <span className={styles.track} aria-hidden="true" />
    </Choice>
  );
}

type ChoiceProps = Props & { type: 'checkbox' | 'radio'; role?: 'switch'; children: ReactNode };

function Choice({ label, hint, hushed = false, children, ...input }: ChoiceProps) {
  const id = useId();
  return (
    <label className={styles.choice}>
      <input {...input} className={styles.input} aria-describedby={hint ? id : undefined} />
      {children}
      <span className={hushed ? 'hushed' : styles.words}>
        {label}
        {hint && (
          <span className={styles.hint} id={id}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

type GroupProps = { legend: ReactNode; hint?: ReactNode; error?: ReactNode; id?: string; children: ReactNode };

/** Choices which answer one question. */
export function ChoiceGroup({ legend, hint, error, id, children }: GroupProps) {
  const made = useId();
  const own = id ?? made;
  const described = classes(hint ? `${own}-hint` : '', error ? `${own}-error` : '') || undefined;
  return (
    <fieldset className={styles.group} id={own} aria-describedby={described} tabIndex={-1}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && (
        <div className={styles.hint} id={`${own}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className={styles.error} id={`${own}-error`}>
          {error}
        </div>
      )}
      {children}
    </fieldset>
  );
}
