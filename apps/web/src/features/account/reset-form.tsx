import { useState } from 'react';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { textOf, useForm } from '@/lib/form';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useRequestResetMail, useResetPassword } from './account.queries';
import { passwordFaults } from './person-fields';
import { PasswordField } from './password-field';

type Props = { sendsMail: boolean; onDone: () => void };

/** A new password with a one-hour code: from an admin of the own firm, or by mail where the server sends mail. */
export function ResetForm({ sendsMail, onDone }: Props) {
  const { account: words, frame } = useWords();
  const toast = useToast();
  const reset = useResetPassword();
  const mail = useRequestResetMail();
  const [login, setLogin] = useState('');
  const form = useForm({
    firstField: 'login',
    check: (values) => [
      ...(textOf(values, 'login') ? [] : [{ field: 'login', says: words.loginMissing }]),
      ...(textOf(values, 'code') ? [] : [{ field: 'code', says: words.resetCodeMissing }]),
      ...passwordFaults(values, words, 'next'),
    ],
    send: async (values) => {
      await reset.mutateAsync({
        login: textOf(values, 'login'),
        code: textOf(values, 'code'),
        next: String(values.get('next')),
      });
      toast({ says: words.passwordReset });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <p className="muted">{words.resetHow}</p>
      <TextField
        id="login"
        name="login"
        label={words.login}
        autoComplete="username"
        autoCapitalize="none"
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        error={form.faultOf('login')}
      />
      {sendsMail && (
        <Button
          busy={mail.isPending}
          whyNot={login.trim() === '' ? words.loginMissing : undefined}
          onClick={() => mail.mutate(login.trim(), { onSuccess: () => toast({ says: words.resetMailSent }) })}
        >
          {words.sendResetMail}
        </Button>
      )}
      <TextField
        id="code"
        name="code"
        label={words.resetCode}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        error={form.faultOf('code')}
      />
      <PasswordField
        id="next"
        name="next"
        label={words.newPassword}
        hint={words.passwordHint}
        autoComplete="new-password"
        error={form.faultOf('next')}
      />
      <Button kind="primary" type="submit" wide busy={form.busy}>
        {words.choosePassword}
      </Button>
    </form>
  );
}
