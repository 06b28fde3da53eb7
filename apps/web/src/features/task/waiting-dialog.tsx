import type { Task } from '@mufakat/domain';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';

type Props = { task: Task | null; onClose: () => void; onWait: (task: Task, waitingFor: string) => void };

/** A task does not wait without saying for what. */
export function WaitingDialog({ task, onClose, onWait }: Props) {
  const { task: words, frame } = useWords();
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const ask = words.askWaiting;
  return (
    <Dialog
      open={task !== null}
      onClose={onClose}
      size="small"
      title={ask.title}
      note={task && ask.note(task.title)}
      closeLabel={frame.close}
      focusFirst={field}
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {ask.go}
          </Button>
        </>
      }
    >
      {task && <WaitingForm key={task.id} id={form} field={field} task={task} onWait={onWait} />}
    </Dialog>
  );
}

type FormProps = { id: string; field: React.RefObject<HTMLInputElement | null>; task: Task; onWait: Props['onWait'] };

function WaitingForm({ id, field, task, onWait }: FormProps) {
  const ask = useWords().task.askWaiting;
  const [reason, setReason] = useState(task.waitingFor);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) onWait(task, reason.trim());
    else field.current?.focus();
  };
  return (
    <form id={id} onSubmit={submit} noValidate>
      <TextField
        ref={field}
        label={ask.label}
        hint={ask.hint}
        error={tried && !reason.trim() ? ask.missing : undefined}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </form>
  );
}
