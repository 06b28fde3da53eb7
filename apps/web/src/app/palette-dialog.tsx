import { Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { type Command as Deed, useAllCommands } from '@/lib/commands';
import { useBackCloses } from '@/ui/back';
import { useFocusReturn } from '@/ui/focus-return';
import { Icon } from '@/ui/icon';
import { Kbd } from '@/ui/kbd';
import { useWords } from '@/words/language-provider';
import styles from './palette-dialog.module.css';

/** Finds what can be done and where one can go, by any of its names. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const words = useWords().frame;
  const [sought, setSought] = useState('');
  const commands = useAllCommands();
  const groups = [...new Set(commands.map(({ group }) => group))];
  const focus = useFocusReturn();
  useBackCloses(true, onClose);
  const run = (command: Deed) => {
    onClose();
    command.run();
  };
  return (
    <Root open onOpenChange={onClose}>
      <Portal>
        <Overlay className={styles.veil} />
        <Content className={styles.dialog} aria-describedby={undefined} {...focus}>
          <Title className="hushed">{words.palette.title}</Title>
          <Command label={words.palette.title} loop>
            <div className={styles.line}>
              <Icon of={Search} />
              <Command.Input
                className={styles.input}
                placeholder={words.palette.hint}
                value={sought}
                onValueChange={setSought}
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className={styles.list}>
              <Command.Empty className={styles.nothing}>{words.palette.nothing(sought)}</Command.Empty>
              {groups.map((group) => (
                <Command.Group key={group} heading={group} className={styles.group}>
                  {commands
                    .filter((command) => command.group === group)
                    .map((command) => (
                      <Row key={command.id} command={command} onRun={() => run(command)} />
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Content>
      </Portal>
    </Root>
  );
}

function Row({ command: { id, label, icon, keys, synonyms }, onRun }: { command: Deed; onRun: () => void }) {
  return (
    <Command.Item
      className={styles.item ?? ''}
      value={`${label} ${id}`}
      keywords={synonyms ? synonyms.split(' ') : []}
      onSelect={onRun}
    >
      {icon && <Icon of={icon} />}
      <span className={styles.label}>{label}</span>
      {keys?.split(' ').map((key) => (
        <Kbd key={key}>{key.toUpperCase()}</Kbd>
      ))}
    </Command.Item>
  );
}
