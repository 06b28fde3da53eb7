import { useState } from 'react';
import { isRefused } from '@/lib/api';
import { useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { ErrorSummary } from '@/ui/error-summary';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useChangePassword } from './account.queries';
import { PasswordField } from './password-field';
import { passwordFaults } from './person-fields';

/** A new password for oneself; every other device is signed out. */
export function ChangePassword({ login }: { login: string }) {
  const { account: words } = useLanguage().words;
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title={words.password}
      note={words.changePasswordNote}
      actions={!isOpen && <Button onClick={() => setOpen(true)}>{words.changePassword}</Button>}
    >
      {isOpen && <PasswordForm login={login} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function PasswordForm({ login, onClose }: { login: string; onClose: () => void }) {
  const { account: words, frame } = useLanguage().words;
  const toast = useToast();
  const change = useChangePassword();
  const form = useForm({
    firstField: 'next',
    check: (values) => [
      ...(values.get('current') ? [] : [{ field: 'current', says: words.currentMissing }]),
      ...passwordFaults(values, words, 'next'),
    ],
    send: async (values) => {
      await change.mutateAsync({ current: String(values.get('current')), next: String(values.get('next')) });
      toast({ says: words.passwordChanged });
      onClose();
    },
  });
  const isWrong = isRefused(change.error, 'session.refused');
  const faults = form.faults.map((fault) => (isWrong ? { field: 'current', says: words.currentWrong } : fault));
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.says;
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={faults} attempt={form.attempt} />
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        id="current"
        name="current"
        label={words.currentPassword}
        autoComplete="current-password"
        error={faultOf('current')}
      />
      <PasswordField
        id="next"
        name="next"
        label={words.newPassword}
        hint={words.passwordHint}
        autoComplete="new-password"
        error={faultOf('next')}
      />
      <div className="row">
        <Button onClick={onClose}>{frame.cancel}</Button>
        <Button kind="primary" type="submit" busy={form.busy}>
          {words.changePassword}
        </Button>
      </div>
    </form>
  );
}
