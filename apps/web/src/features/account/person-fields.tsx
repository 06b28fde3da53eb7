import type { FormFault } from '@/ui/error-summary';
import { Select, TextField } from '@/ui/field';
import { textOf } from '@/lib/form';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { PasswordField } from './password-field';

type Props = { faultOf: (field: string) => React.ReactNode };

/** Who a new person is: name, address, e-mail or phone, password. */
export function PersonFields({ faultOf }: Props) {
  const words = useWords().account;
  return (
    <>
      <TextField id="name" name="name" label={words.name} autoComplete="name" maxLength={80} error={faultOf('name')} />
      <Select id="honorific" name="honorific" label={words.honorific} defaultValue="">
        <option value="">{words.noHonorific}</option>
        {(['bu', 'pak', 'mbak', 'mas'] as const).map((each) => (
          <option key={each} value={each}>
            {words.honorifics[each]}
          </option>
        ))}
      </Select>
      <TextField
        id="login"
        name="login"
        label={words.login}
        hint={words.loginHint}
        autoComplete="username"
        autoCapitalize="none"
        inputMode="email"
        error={faultOf('login')}
      />
      <PasswordField
        id="password"
        name="password"
        label={words.newPassword}
        hint={words.passwordHint}
        autoComplete="new-password"
        error={faultOf('password')}
      />
    </>
  );
}

/** What a new person sends; the server has the last word on e-mail, phone and password. */
export function personOf(values: FormData, locale: 'id' | 'en') {
  const honorific = textOf(values, 'honorific');
  return {
    name: textOf(values, 'name'),
    honorific: honorific === '' ? null : (honorific as 'bu' | 'pak' | 'mbak' | 'mas'),
    login: textOf(values, 'login'),
    password: String(values.get('password') ?? ''),
    locale,
  };
}

export function personFaults(values: FormData, words: Words['account']): FormFault[] {
  const faults: FormFault[] = [];
  if (!textOf(values, 'name')) faults.push({ field: 'name', says: words.nameMissing });
  if (!textOf(values, 'login')) faults.push({ field: 'login', says: words.loginMissing });
  return [...faults, ...passwordFaults(values, words, 'password')];
}

export function passwordFaults(values: FormData, words: Words['account'], field: string): FormFault[] {
  return String(values.get(field) ?? '').length < 12 ? [{ field, says: words.passwordShort }] : [];
}
