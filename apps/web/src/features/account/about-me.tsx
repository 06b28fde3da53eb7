import type { Person } from '@mufakat/domain';
import { type KeyboardEvent, useState } from 'react';
import { Panel } from '@/ui/card';
import { Select, TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { useChangeMe } from './account.queries';
import { Setting } from './setting';
import styles from './setting.module.css';

type Props = { person: Person };

/** How the others read this person, and the address this person signs in with. */
export function AboutMe({ person }: Props) {
  const { account: words } = useWords();
  const honorific = useChangeMe();
  return (
    <Panel title={words.profile} note={words.profileNote}>
      <div className="stack">
        <NameSetting person={person} />
        <Setting id="honorific" change={honorific}>
          <Select
            label={words.honorific}
            value={person.honorific ?? ''}
            onChange={({ target }) => honorific.mutate({ honorific: (target.value || null) as Person['honorific'] })}
          >
            <option value="">{words.noHonorific}</option>
            {(['bu', 'pak', 'mbak', 'mas'] as const).map((each) => (
              <option key={each} value={each}>
                {words.honorifics[each]}
              </option>
            ))}
          </Select>
        </Setting>
        <dl className={styles.facts}>
          {person.email && (
            <>
              <dt>{words.email}</dt>
              <dd>{person.email}</dd>
            </>
          )}
          {person.phone && (
            <>
              <dt>{words.phone}</dt>
              <dd className="num">{person.phone}</dd>
            </>
          )}
        </dl>
      </div>
    </Panel>
  );
}

/** Saved on leaving the field or on Enter; what was typed stays when the server refuses it. */
function NameSetting({ person }: Props) {
  const { account: words } = useWords();
  const change = useChangeMe();
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? person.name).trim();
  const save = () => {
    if (name && name !== person.name) change.mutate({ name }, { onSuccess: () => setTyped(null) });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <Setting id="name" change={change}>
      <TextField
        label={words.name}
        autoComplete="name"
        maxLength={80}
        value={typed ?? person.name}
        error={name === '' ? words.nameMissing : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onKeyDown={press}
      />
    </Setting>
  );
}
