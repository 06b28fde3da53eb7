import type { DocumentId, Meeting, MeetingId, SeatId } from '@mufakat/domain';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { momentOf, zoneName, today } from '@/lib/dates';
import { useKept, useKeptState } from '@/lib/kept';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { Select, TextField } from '@/ui/field';
import type { Words } from '@/words/id';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { meetingDeeds, type NewMeeting, useMeetingDeed, useScheduleMeeting } from './meeting.queries';
import styles from './meeting-form.module.css';
import { clockOf, later, minutesBetween, nextHour } from './meeting-times';

type Fields = { title: string; day: string; time: string; length: number; place: string; url: string; chairId: string };

const lengths = [15, 30, 45, 60, 90, 120, 180, 240];

function fieldsOf(meeting: Meeting | undefined, zone: string): Fields {
  if (!meeting) {
    const { day, time } = nextHour(zone);
    return { title: '', day, time, length: 45, place: '', url: '', chairId: '' };
  }
  const { title, startsAt, endsAt, place, url, chairId } = meeting;
  return {
    title,
    place,
    url,
    chairId: chairId ?? '',
    day: today(zone, new Date(startsAt)),
    time: clockOf(startsAt, zone),
    length: minutesBetween(startsAt, endsAt),
  };
}

function faultsOf(fields: Fields, id: string, words: Words['meeting']['form']): FormFault[] {
  const faults: FormFault[] = [];
  if (!fields.title.trim()) faults.push({ field: `${id}-title`, says: words.nameMissing });
  if (!fields.day) faults.push({ field: `${id}-day`, says: words.dayMissing });
  if (!fields.time) faults.push({ field: `${id}-time`, says: words.timeMissing });
  if (fields.url && !isHttps(fields.url)) faults.push({ field: `${id}-url`, says: words.urlWrong });
  return faults;
}

const isHttps = (url: string) => /^https:\/\/[^\s/]+/.test(url.trim()) && URL.canParse(url.trim());

type Props = {
  open: boolean;
  onClose: () => void;
  /** The meeting whose plan is changed; without one a new meeting is scheduled. */
  meeting?: Meeting;
  onScheduled?: (id: string) => void;
};

const placeOf = (meeting: Meeting | undefined) => `meeting.${meeting ? `${meeting.id}.${meeting.version}` : 'new'}`;

/** When and where partners meet. Closed by the way, it keeps its words; only "cancel" throws them away. */
export function MeetingDialog({ open, onClose, ...rest }: Props) {
  const { meeting: words, frame } = useWords();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const kept = useKept<Fields>(placeOf(rest.meeting));
  const cancel = () => {
    kept.forget();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={rest.meeting ? words.edit : words.schedule}
      closeLabel={frame.close}
      focusFirst={first}
      actions={
        <>
          <Button onClick={cancel}>{frame.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={busy}>
            {rest.meeting ? words.save : words.schedule}
          </Button>
        </>
      }
    >
      {open && <MeetingForm id={form} first={first} onClose={onClose} onBusy={setBusy} {...rest} />}
    </Dialog>
  );
}

type FormProps = Omit<Props, 'open'> & {
  id: string;
  first: React.RefObject<HTMLInputElement | null>;
  onBusy: (busy: boolean) => void;
};

function MeetingForm({ id, first, meeting, onClose, onScheduled, onBusy }: FormProps) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  const { mutate: schedule } = useScheduleMeeting();
  const { mutate: change } = useMeetingDeed();
  const sentence = useSentence();
  const [made] = useState(() => ({ id: v7() as MeetingId, documentId: v7() as DocumentId }));
  const [fields, setFields, kept] = useKeptState(placeOf(meeting), () => fieldsOf(meeting, zone));
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<ReactNode>(null);
  const faults = attempt > 0 ? faultsOf(fields, id, words.meeting.form) : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    setAttempt((count) => count + 1);
    if (faultsOf(fields, id, words.meeting.form).length > 0) return;
    const plan = planOf(fields, zone);
    const answered = {
      onSuccess: () => {
        kept.forget();
        onClose();
        if (!meeting) onScheduled?.(made.id);
      },
      onError: (error: Error) => setRefused(sentence(error)),
      onSettled: () => onBusy(false),
    };
    onBusy(true);
    if (meeting) return change(meetingDeeds.plan(meeting, plan), answered);
    const { chairId: _, ...rest } = plan;
    schedule({ ...made, ...rest, locale: language } satisfies NewMeeting, answered);
  };
  const all = refused ? [...faults, { field: `${id}-title`, says: refused }] : faults;
  return (
    <form id={id} className="stack" onSubmit={submit} noValidate>
      <ErrorSummary title={words.frame.errorSummary} faults={all} attempt={attempt} />
      <PlanFields
        id={id}
        first={first}
        fields={fields}
        faults={faults}
        withChair={meeting !== undefined}
        onChange={(part) => setFields((held) => ({ ...held, ...part }))}
      />
    </form>
  );
}

function planOf({ title, day, time, length, place, url, chairId }: Fields, zone: string) {
  const startsAt = momentOf(day, time, zone);
  return {
    title: title.trim(),
    startsAt,
    endsAt: later(startsAt, length),
    place: place.trim(),
    url: url.trim(),
    chairId: (chairId || null) as SeatId | null,
  };
}

type PlanProps = {
  id: string;
  first: React.RefObject<HTMLInputElement | null>;
  fields: Fields;
  faults: readonly FormFault[];
  withChair: boolean;
  onChange: (part: Partial<Fields>) => void;
};

function PlanFields({ id, first, fields, faults, withChair, onChange }: PlanProps) {
  const { meeting: words, frame } = useWords();
  const wrong = (name: string) => faults.find(({ field }) => field === `${id}-${name}`)?.says;
  return (
    <>
      <TextField
        id={`${id}-title`}
        ref={first}
        label={words.form.name}
        error={wrong('title')}
        maxLength={160}
        value={fields.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TimeFields id={id} fields={fields} wrong={wrong} onChange={onChange} />
      <TextField
        label={words.form.place}
        hint={words.form.placeHint}
        optional={frame.optional}
        maxLength={160}
        value={fields.place}
        onChange={(event) => onChange({ place: event.target.value })}
      />
      <TextField
        id={`${id}-url`}
        type="url"
        inputMode="url"
        label={words.form.url}
        hint={words.form.urlHint}
        optional={frame.optional}
        error={wrong('url')}
        maxLength={500}
        value={fields.url}
        onChange={(event) => onChange({ url: event.target.value })}
      />
      {withChair && <ChairField value={fields.chairId} onChange={(chairId) => onChange({ chairId })} />}
    </>
  );
}

type TimeProps = Pick<PlanProps, 'id' | 'fields' | 'onChange'> & { wrong: (name: string) => ReactNode };

function TimeFields({ id, fields, wrong, onChange }: TimeProps) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  const { form } = words.meeting;
  const offered = lengths.includes(fields.length) ? lengths : [...lengths, fields.length].toSorted((a, b) => a - b);
  return (
    <div className={styles.times}>
      <TextField
        id={`${id}-day`}
        type="date"
        label={form.day}
        error={wrong('day')}
        value={fields.day}
        onChange={(event) => onChange({ day: event.target.value })}
      />
      <TextField
        id={`${id}-time`}
        type="time"
        label={`${form.from} (${zoneName(zone, language)})`}
        error={wrong('time')}
        value={fields.time}
        onChange={(event) => onChange({ time: event.target.value })}
      />
      <Select
        label={form.length}
        value={String(fields.length)}
        onChange={(event) => onChange({ length: Number(event.target.value) })}
      >
        {offered.map((minutes) => (
          <option key={minutes} value={minutes}>
            {form.minutes(minutes)}
          </option>
        ))}
      </Select>
    </div>
  );
}

function ChairField({ value, onChange }: { value: string; onChange: (seatId: string) => void }) {
  const { form } = useWords().meeting;
  const { directory, partner } = usePartnership();
  return (
    <Select label={form.chair} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{form.noChair}</option>
      {directory.members
        .filter(({ endedAt, seatId }) => !endedAt || seatId === value)
        .map(({ seatId, name, partnerId }) => (
          <option key={seatId} value={seatId}>
            {name}, {partner(partnerId)?.organization.name}
          </option>
        ))}
    </Select>
  );
}
