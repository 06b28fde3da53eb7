import { type FormEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { call, isRefused } from '@/lib/api';
import { ConfirmContext, type Confirmed } from '@/lib/confirm';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

type Asked = { done: () => void; left: (reason: unknown) => void; refusal: unknown };

/** Asks for the password where a binding act needs it, then lets the act go on. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirmed = useCallback<Confirmed>(async (act) => {
    try {
      return await act();
    } catch (refusal) {
      if (!isRefused(refusal, 'session.confirm')) throw refusal;
      await new Promise<void>((done, left) => setAsked({ done, left, refusal }));
      return act();
    }
  }, []);
  const finish = (how: (asked: Asked) => void) => {
    if (asked) how(asked);
    setAsked(null);
  };
  return (
    <ConfirmContext value={confirmed}>
      {children}
      {asked && (
        <PasswordDialog
          onDone={() => finish(({ done }) => done())}
          onLeave={() => finish(({ left, refusal }) => left(refusal))}
        />
      )}
    </ConfirmContext>
  );
}

function PasswordDialog({ onDone, onLeave }: { onDone: () => void; onLeave: () => void }) {
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
