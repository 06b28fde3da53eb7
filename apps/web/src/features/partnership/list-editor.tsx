import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { useWords } from '@/words/language-provider';
import styles from './list-editor.module.css';

type Props<T> = {
  id?: string;
  legend: string;
  /** The legend is plain from what stands around it. */
  hushed?: boolean;
  hint?: string;
  error?: ReactNode;
  items: readonly T[];
  onChange: (items: T[]) => void;
  blank: () => T;
  /** What one row is called: "Role". */
  one: string;
  add: string;
  most: number;
  /** A long word and a short number beside it, also on a phone. */
  isLine?: boolean;
  children: (item: T, change: (part: Partial<T>) => void, at: number) => ReactNode;
};

/** Rows that are written one below the other; each can be taken out again, and another added. */
export function ListEditor<T>({ id, legend, hushed, hint, error, items, onChange, ...props }: Props<T>) {
  const { remove } = useWords().charter;
  const list = useRef<HTMLOListElement>(null);
  const wants = useRef(false);
  useEffect(() => {
    if (!wants.current) return;
    wants.current = false;
    list.current?.querySelector<HTMLElement>(':scope > li:last-child :is(input, textarea)')?.focus();
  }, [items.length]);
  const change = (at: number) => (part: Partial<T>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  const take = (at: number) => onChange(items.filter((_, index) => index !== at));
  const add = () => {
    wants.current = true;
    onChange([...items, props.blank()]);
  };
  return (
    <fieldset className={styles.list} id={id} tabIndex={-1}>
      <legend className={hushed ? 'hushed' : styles.legend}>{legend}</legend>
      {hint && <p className="small muted">{hint}</p>}
      {error && <p className={styles.error}>{error}</p>}
      <ol ref={list}>
        {items.map((item, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- Rows have no name but their place.
          <li key={at} className={styles.row}>
            <div className={props.isLine ? styles.line : styles.fields}>{props.children(item, change(at), at)}</div>
            <IconButton icon={Trash2} label={remove(props.one, at + 1)} onClick={() => take(at)} />
          </li>
        ))}
      </ol>
      {items.length < props.most && (
        <Button small icon={Plus} onClick={add}>
          {props.add}
        </Button>
      )}
    </fieldset>
  );
}
