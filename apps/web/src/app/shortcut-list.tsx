import { Fragment } from 'react';
import { type Command, useAllCommands } from '@/lib/commands';
import { Dialog } from '@/ui/dialog';
import { Kbd } from '@/ui/kbd';
import { useWords } from '@/words/language-provider';
import styles from './sheet-list.module.css';

type Props = { open: boolean; onClose: () => void; enabled: boolean };

/** Every key that does something on this screen. */
export function ShortcutList({ open, onClose, enabled }: Props) {
  const { shortcuts, close, palette } = useWords().frame;
  const commands = useAllCommands().filter(({ keys }) => keys);
  const groups = [...new Set(commands.map(({ group }) => group))];
  const search = { id: 'palette', label: palette.title, keys: 'Ctrl K' };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={shortcuts.title}
      note={enabled ? shortcuts.note : shortcuts.off}
      closeLabel={close}
    >
      {groups.map((group) => (
        <section key={group}>
          <h3 className={styles.group}>{group}</h3>
          <dl className={styles.keys}>
            {commands.filter((command) => command.group === group).map(row)}
            {group === shortcuts.general && row(search)}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function row({ id, label, keys = '' }: Pick<Command, 'id' | 'label' | 'keys'>) {
  const pressed = keys === 'Ctrl K' ? [keys] : keys.split(' ').map((key) => key.toUpperCase());
  return (
    <Fragment key={id}>
      <dt>{label}</dt>
      <dd>
        {pressed.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </Fragment>
  );
}
