import type { CallInput } from '@mufakat/domain';
import { taskCreateRefusal } from '@mufakat/domain/browser';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useKept, useKeptState } from '@/lib/kept';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { TextArea, TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { type NewTask, useCreateTask } from './task.queries';
import styles from './task-dialog.module.css';
import { newDraft, newTaskOf, type TaskDraft } from './task-draft';
import { DueField, GoalField, WhoFields } from './task-fields';
import type { GoalName } from './task-marks';

/** The line of a meeting's notes a task is made from. */
export type Origin = NonNullable<CallInput<'createTask'>['origin']>;

type Props = {
  open: boolean;
  onClose: () => void;
  goals: readonly GoalName[];
  rank: () => string;
  given?: Partial<TaskDraft>;
  origin?: Origin | null;
  onCreated?: (taskId: string) => void;
};

/** Where the words are kept until they are sent: each line of notes has its own. */
const placeOf = (origin: Origin | null | undefined) => `new-task.${origin?.anchor ?? ''}`;

/** The whole form of a new task. Closed by the way, it keeps its words; only "cancel" throws them away. */
export function TaskDialog({ open, onClose, ...rest }: Props) {
  const { task: words, frame, refusals } = useWords();
  const form = useId();
  const title = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const { seat } = usePartnership();
  const refusal = taskCreateRefusal(seat, { isPrivate: false });
  const kept = useKept<TaskDraft>(placeOf(rest.origin));
  const cancel = () => {
    kept.forget();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.new}
      closeLabel={frame.close}
      focusFirst={title}
      actions={
        <>
          <Button onClick={cancel}>{frame.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={busy} whyNot={refusal ? refusals[refusal] : undefined}>
            {words.create}
          </Button>
        </>
      }
    >
      {open && <TaskForm id={form} title={title} onClose={onClose} onBusy={setBusy} {...rest} />}
    </Dialog>
  );
}

type FormProps = Omit<Props, 'open'> & {
  id: string;
  title: React.RefObject<HTMLInputElement | null>;
  onBusy: (busy: boolean) => void;
};

function TaskForm({ id, title, goals, rank, given, origin = null, onClose, onCreated, onBusy }: FormProps) {
  const { task: words, frame } = useWords();
  const { seat } = usePartnership();
  const { mutate } = useCreateTask();
  const sentence = useSentence();
  const toast = useToast();
  const [draft, setDraft, kept] = useKeptState(placeOf(origin), () => newDraft(seat, given));
  /** The same words sent again are the same task. */
  const sent = useRef<{ draft: TaskDraft; task: NewTask } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<ReactNode>(null);
  const set = (part: Partial<TaskDraft>) => setDraft((held) => ({ ...held, ...part }));
  const missing = attempt > 0 && !draft.title.trim();
  const faults: FormFault[] = missing ? [{ field: `${id}-title`, says: words.faults.title }] : [];
  if (refused) faults.push({ field: `${id}-title`, says: refused });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(null);
    setAttempt((count) => count + 1);
    if (!draft.title.trim()) return;
    const task = sent.current?.draft === draft ? sent.current.task : newTaskOf(draft, rank(), origin);
    sent.current = { draft, task };
    onBusy(true);
    mutate(task, {
      onSuccess: () => {
        onCreated?.(task.id);
        kept.forget();
        toast({ says: words.created(task.title) });
        onClose();
      },
      onError: (error) => setRefused(sentence(error)),
      onSettled: () => onBusy(false),
    });
  };

  return (
    <form id={id} className="stack" onSubmit={submit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={faults} attempt={attempt} />
      {origin && <blockquote className={styles.quote}>{origin.quote}</blockquote>}
      <TextField
        id={`${id}-title`}
        ref={title}
        label={words.addLabel}
        error={missing ? words.faults.title : undefined}
        maxLength={200}
        value={draft.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className={styles.pair}>
        <WhoFields value={draft} onChange={set} onlyOurs={draft.isPrivate} />
        <DueField value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        <GoalField goals={goals} value={draft.goalId} onChange={(goalId) => set({ goalId })} />
      </div>
      <TextArea
        label={words.note}
        optional={frame.optional}
        hint={words.noteHint}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => set({ note: event.target.value })}
      />
      <Checkbox
        label={words.private}
        hint={words.privateHint}
        checked={draft.isPrivate}
        onChange={(event) => set(ours(event.target.checked, draft, seat.partnerId))}
      />
    </form>
  );
}

/** A private task is done by the own firm. */
function ours(isPrivate: boolean, draft: TaskDraft, own: TaskDraft['partnerId']): Partial<TaskDraft> {
  if (!isPrivate || draft.partnerId === null || draft.partnerId === own) return { isPrivate };
  return { isPrivate, partnerId: own, assigneeId: null };
}
