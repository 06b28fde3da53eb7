import type { Person } from '@mufakat/domain';
import { Panel } from '@/ui/card';
import { Switch } from '@/ui/choice';
import { Segmented } from '@/ui/segmented';
import { useWords } from '@/words/language-provider';
import { type AccountChange, useChangeMe } from './account.queries';
import { Setting } from './setting';

type Props = { person: Person };

/** How the product looks and listens, on every device of this person. */
export function Appearance({ person }: Props) {
  const { account: words, frame } = useWords();
  return (
    <Panel title={frame.appearance} note={words.appearanceNote}>
      <div className="stack">
        <Choice
          id="locale"
          label={frame.language}
          value={person.locale}
          segments={[
            { value: 'id', label: 'Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          change={(value) => ({ locale: value as Person['locale'] })}
        />
        <Choice
          id="theme"
          label={frame.theme.title}
          value={person.theme}
          segments={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: frame.theme[value] }))}
          change={(value) => ({ theme: value as Person['theme'] })}
        />
        <Choice
          id="textSize"
          label={frame.textSize}
          value={person.textSize}
          segments={['100', '115', '130'].map((value) => ({ value, label: `${value}%` }))}
          change={(value) => ({ textSize: value as Person['textSize'] })}
        />
        <Shortcuts person={person} />
      </div>
    </Panel>
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  value: string;
  segments: { value: string; label: string }[];
  change: (value: string) => AccountChange;
};

function Choice({ id, label, value, segments, change }: ChoiceProps) {
  const saving = useChangeMe();
  return (
    <Setting id={id} label={label} change={saving}>
      <Segmented label={label} segments={segments} value={value} onChange={(next) => saving.mutate(change(next))} />
    </Setting>
  );
}

function Shortcuts({ person }: Props) {
  const { account: words } = useWords();
  const saving = useChangeMe();
  return (
    <Setting id="shortcuts" change={saving}>
      <Switch
        label={words.shortcuts}
        hint={words.shortcutsHint}
        checked={person.shortcuts}
        onChange={({ target }) => saving.mutate({ shortcuts: target.checked })}
      />
    </Setting>
  );
}
