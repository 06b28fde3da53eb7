import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { textOf, useForm } from '@/lib/form';
import { useWords } from '@/words/language-provider';
import { useSignIn } from './account.queries';
import { PasswordField } from './password-field';

/** E-mail or phone number and password. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const { account: words, frame } = useWords();
  const signIn = useSignIn();
  const form = useForm({
    firstField: 'login',
    check: (values) => [
      ...(textOf(values, 'login') ? [] : [{ field: 'login', says: words.loginMissing }]),
      ...(values.get('password') ? [] : [{ field: 'password', says: words.passwordMissing }]),
    ],
    send: async (values) => {
      await signIn.mutateAsync({ login: textOf(values, 'login'), password: String(values.get('password')) });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <TextField
        id="login"
        name="login"
        label={words.login}
        autoComplete="username"
        autoCapitalize="none"
        inputMode="email"
        error={form.faultOf('login')}
      />
      <PasswordField
        id="password"
        name="password"
        label={words.password}
        autoComplete="current-password"
        error={form.faultOf('password')}
      />
      <Button kind="primary" type="submit" wide busy={form.busy}>
        {words.signIn}
      </Button>
    </form>
  );
}
