import type { PartnershipId } from '@mufakat/domain';
import { Close, Content, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { Command } from 'cmdk';
import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { type Command as Deed, useAllCommands } from '@/lib/commands';
import { useBackCloses } from '@/ui/back';
import { useFocusReturn } from '@/ui/focus-return';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Kbd } from '@/ui/kbd';
import { useWords } from '@/words/language-provider';
import styles from './palette-dialog.module.css';
import { matchOf } from './palette-match';
import { recentDeeds, rememberDeed } from './palette-recent';
import { useFinds } from './use-finds';

type Props = { partnershipId: PartnershipId | null; onClose: () => void };
type Group = { name: string; deeds: readonly Deed[] };

/** Finds what can be done, where one can go and what there is, by any of its names. */
export function PaletteDialog({ partnershipId, onClose }: Props) {
  const words = useWords().frame;
  const [sought, setSought] = useState('');
  const groups = useGroups(partnershipId, sought.trim());
  const focus = useFocusReturn();
  useBackCloses(true, onClose);
  const run = (deed: Deed) => {
    rememberDeed(deed.id);
    onClose();
    deed.run();
  };
  return (
    <Root open onOpenChange={onClose}>
      <Portal>
        <Overlay className={styles.veil} />
        <Content className={styles.dialog} aria-describedby={undefined} {...focus}>
          <Title className="hushed">{words.palette.title}</Title>
          <Command label={words.palette.title} loop shouldFilter={false}>
            <div className={styles.line}>
              <Icon of={Search} />
              <Command.Input
                className={styles.input}
                placeholder={words.palette.hint}
                value={sought}
                onValueChange={setSought}
              />
              <span className="wide-only">
                <Kbd>Esc</Kbd>
              </span>
              <Close asChild>
                <IconButton icon={X} label={words.close} className={styles.close} />
              </Close>
            </div>
            <div role="status">
              {groups.length === 0 && <p className={styles.nothing}>{words.palette.nothing(sought)}</p>}
            </div>
            <Command.List className={styles.list} label={words.palette.title}>
              {groups.map(({ name, deeds }) => (
                <Command.Group key={name} heading={name} className={styles.group}>
                  {deeds.map((deed) => (
                    <Row key={deed.id} command={deed} onRun={() => run(deed)} />
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

const shown = 30;

/** Before a word is typed: what was used last, then every command. Afterwards: what answers best, best group first. */
function useGroups(partnershipId: PartnershipId | null, sought: string): Group[] {
  const { palette } = useWords().frame;
  const commands = useAllCommands();
  const finds = useFinds(partnershipId);
  if (sought) return inGroups(bestOf([...commands, ...finds], sought));
  const all = new Map([...commands, ...finds].map((deed) => [deed.id, deed]));
  const recent = recentDeeds().flatMap((id) => all.get(id) ?? []);
  const rest = commands.filter((command) => !recent.includes(command));
  return [...(recent.length > 0 ? [{ name: palette.recent, deeds: recent }] : []), ...inGroups(rest)];
}

function bestOf(deeds: readonly Deed[], sought: string): Deed[] {
  return deeds
    .map((deed) => ({ deed, score: matchOf(deed, sought) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, another) => another.score - one.score)
    .slice(0, shown)
    .map(({ deed }) => deed);
}

function inGroups(deeds: readonly Deed[]): Group[] {
  const names = [...new Set(deeds.map(({ group }) => group))];
  return names.map((name) => ({ name, deeds: deeds.filter(({ group }) => group === name) }));
}

function Row({ command: { id, label, icon, keys }, onRun }: { command: Deed; onRun: () => void }) {
  return (
    <Command.Item className={styles.item ?? ''} value={id} onSelect={onRun}>
      {icon && <Icon of={icon} />}
      <span className={styles.label}>{label}</span>
      {keys?.split(' ').map((key) => (
        <Kbd key={key}>{key.toUpperCase()}</Kbd>
      ))}
    </Command.Item>
  );
}
