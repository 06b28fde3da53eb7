import type { AgendaItem, AgendaItemId, PartnerId } from '@mufakat/domain';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { useKeptState } from '@/lib/kept';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Select, TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import styles from './agenda.module.css';

type Fields = Pick<AgendaItem, 'title' | 'kind' | 'minutes' | 'presenterId'>;
const kinds = ['discussion', 'information', 'decision', 'promises'] as const satisfies readonly AgendaItem['kind'][];
const blank: Fields = { title: '', kind: 'discussion', minutes: 10, presenterId: null };

type FormProps = {
  label: string;
  save: string;
  item?: AgendaItem;
  /** The meeting it is for: what is typed is kept until it is saved. */
  meetingId: string;
  onSave: (item: Fields & Pick<AgendaItem, 'id'>, onRefused: () => void) => void;
  onClose: () => void;
};

/** One item: what, how long, which kind, who presents. A new one leaves the form open for the next. */
export function AgendaForm({ label, save, item, meetingId, onSave, onClose }: FormProps) {
  const { meeting: words, frame } = useWords();
  const id = useId();
  const title = useRef<HTMLInputElement>(null);
  const [fields, setFields, kept] = useKeptState<Fields>(
    `agenda.${meetingId}.${item?.id ?? 'new'}`,
    () => item ?? blank,
  );
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Fields>) => setFields((held) => ({ ...held, ...part }));
  const isLong = !(fields.minutes >= 1 && fields.minutes <= 480);
  useEffect(() => title.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fields.title.trim()) return title.current?.focus();
    if (isLong) return document.getElementById(`${id}-minutes`)?.focus();
    const { title: said, kind, minutes, presenterId } = fields;
    const given = { id: item?.id ?? (v7() as AgendaItemId), title: said.trim(), kind, minutes, presenterId };
    kept.forget();
    onSave(given, () => {
      kept.write(given);
      setFields((now) => (now.title ? now : given));
    });
    if (item) return onClose();
    setTried(false);
    setFields(() => ({ ...blank, minutes }));
    title.current?.focus();
  };
  return (
    <form className="stack" aria-label={label} onSubmit={submit} noValidate>
      <TextField
        ref={title}
        label={words.item.title}
        error={tried && !fields.title.trim() ? words.item.missing : undefined}
        maxLength={160}
        value={fields.title}
        onChange={(event) => set({ title: event.target.value })}
        onKeyDown={(event) => event.key === 'Escape' && !item && onClose()}
      />
      <div className={styles.pair}>
        <TextField
          id={`${id}-minutes`}
          type="number"
          inputMode="numeric"
          min={1}
          max={480}
          label={words.item.minutes}
          error={tried && isLong ? words.item.minutesWrong : undefined}
          value={fields.minutes || ''}
          onChange={(event) => set({ minutes: Math.trunc(Number(event.target.value)) })}
        />
        <Select
          label={words.item.kind}
          value={fields.kind}
          onChange={(event) => set({ kind: event.target.value as AgendaItem['kind'] })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
      </div>
      <PresenterField value={fields.presenterId} onChange={(presenterId) => set({ presenterId })} />
      <div className="row">
        <Button type="submit" kind="tonal">
          {save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {item ? frame.cancel : frame.close}
        </Button>
      </div>
    </form>
  );
}

type PresenterProps = { value: PartnerId | null; onChange: (partner: PartnerId | null) => void };

function PresenterField({ value, onChange }: PresenterProps) {
  const { item: words } = useWords().meeting;
  const { directory } = usePartnership();
  return (
    <Select
      label={words.presenter}
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value || null) as PartnerId | null)}
    >
      <option value="">{words.nobody}</option>
      {directory.partners
        .filter(({ leftAt, id }) => !leftAt || id === value)
        .map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
    </Select>
  );
}

type DialogProps = {
  meetingId: string;
  item: AgendaItem | null;
  onClose: () => void;
  onSave: (item: AgendaItem, fields: Fields, onRefused: () => void) => void;
};

/** Changes an item. */
export function AgendaDialog({ meetingId, item, onClose, onSave }: DialogProps) {
  const { meeting: words, frame } = useWords();
  return (
    <Dialog open={item !== null} onClose={onClose} size="small" title={words.item.editTitle} closeLabel={frame.close}>
      {item && (
        <AgendaForm
          key={item.id}
          label={words.item.editTitle}
          save={words.item.save}
          item={item}
          meetingId={meetingId}
          onSave={({ id: _, ...fields }, onRefused) => onSave(item, fields, onRefused)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
