import { type FormEvent, useRef, useState } from 'react';
import { call } from '@/lib/api';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** Asks for the password once more. */
export function PasswordDialog({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
  const { confirm, close, cancel } = useWords().frame;
  const sentence = useSentence();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await call('confirmPassword', { password: field.current?.value ?? '' });
      onDone();
    } catch (error) {
      setFault(sentence(error));
      setBusy(false);
      field.current?.focus();
    }
  };
  const actions = (
    <>
      <Button onClick={onLeave}>{cancel}</Button>
      <Button kind="primary" type="submit" form="confirm-password" busy={busy}>
        {confirm.go}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onLeave}
      title={confirm.title}
      note={confirm.note}
      closeLabel={close}
      size="small"
      actions={actions}
      focusFirst={field}
    >
      <form id="confirm-password" onSubmit={(event) => void send(event)}>
        <TextField
          label={confirm.password}
          type="password"
          autoComplete="current-password"
          required
          ref={field}
          error={fault}
        />
      </form>
    </Dialog>
  );
}
