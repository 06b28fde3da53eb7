import { type ComponentProps, useState } from 'react';
import { TextField } from '@/ui/field';
import { Checkbox } from '@/ui/choice';
import { useWords } from '@/words/language-provider';

/** A password that may be looked at while it is typed: on a phone nobody types it blind. */
export function PasswordField(props: ComponentProps<typeof TextField>) {
  const words = useWords().account;
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox label={words.showPassword} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  );
}
