import { type ComponentProps, type ReactNode, useId } from 'react';
import { CircleAlert } from 'lucide-react';
import { classes } from '@/lib/classes';
import styles from './field.module.css';
import { Icon } from './icon';

/** What every field says: its label always, a hint before, an error after. `optional` is the word for it, if it is. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: string;
  /** Only where the label is plain from what stands around it. */
  hushed?: boolean;
};

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = FieldWords & { id?: string | undefined; children: (wiring: Wiring) => ReactNode };

/** Label, hint and error around any control; the control takes the wiring. */
export function Field({ label, hint, error, optional, hushed = false, id, children }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  const describedBy = classes(hint ? `${own}-hint` : '', error ? `${own}-error` : '') || undefined;
  return (
    <div className={classes(styles.field, error ? styles.wrong : '')}>
      <label className={hushed ? 'hushed' : styles.label} htmlFor={own}>
        {label}
        {optional && <span className={styles.optional}> ({optional})</span>}
      </label>
      {hint && (
        <div className={styles.hint} id={`${own}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className={styles.error} id={`${own}-error`}>
          <Icon of={CircleAlert} size={16} />
          <span>{error}</span>
        </div>
      )}
      {children({ id: own, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type Own = keyof FieldWords;

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  optional,
  hushed,
  ...input
}: FieldWords & Omit<ComponentProps<'input'>, Own>) {
  return (
    <Field {...said({ label, hint, error, optional, hushed })} id={input.id}>
      {(wiring) => <input type="text" {...input} {...wiring} className={classes(styles.control, input.className)} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hushed,
  ...area
}: FieldWords & Omit<ComponentProps<'textarea'>, Own>) {
  return (
    <Field {...said({ label, hint, error, optional, hushed })} id={area.id}>
      {(wiring) => (
        <textarea rows={3} {...area} {...wiring} className={classes(styles.control, styles.area, area.className)} />
      )}
    </Field>
  );
}

/** A choice from a short list, by the device's own control. Options are its children. */
export function Select({
  label,
  hint,
  error,
  optional,
  hushed,
  ...select
}: FieldWords & Omit<ComponentProps<'select'>, Own>) {
  return (
    <Field {...said({ label, hint, error, optional, hushed })} id={select.id}>
      {(wiring) => (
        <select {...select} {...wiring} className={classes(styles.control, styles.select, select.className)} />
      )}
    </Field>
  );
}

type Given = { [K in keyof FieldWords]: FieldWords[K] | undefined };

function said({ label, hint, error, optional, hushed }: Given): FieldWords {
  return {
    label,
    hint,
    error,
    ...(optional === undefined ? {} : { optional }),
    ...(hushed === undefined ? {} : { hushed }),
  };
}
