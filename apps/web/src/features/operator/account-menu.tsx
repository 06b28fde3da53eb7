import { Ban, Ellipsis, KeyRound, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { dayAndTime, zoneName } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './operator.module.css';
import { type Subject, useResetCode, useRestore } from './operator.queries';
import { SuspendDialog } from './suspend-dialog';

type Props = {
  subject: Subject;
  isSuspended: boolean;
  /** Why this one cannot be suspended, if it cannot. */
  whyNot?: string | undefined;
};

/** What the operator may do with one account. */
export function AccountMenu({ subject, isSuspended, whyNot }: Props) {
  const { operator: words } = useLanguage().words;
  const sentence = useSentence();
  const toast = useToast();
  const restore = useRestore();
  const code = useResetCode();
  const [asking, setAsking] = useState<'suspend' | 'code' | null>(null);
  const close = () => setAsking(null);
  const onError = (error: unknown) => toast({ says: sentence(error), tone: 'refused' });
  const suspension = isSuspended
    ? {
        label: words.restore,
        icon: RotateCcw,
        onSelect: () =>
          restore.mutate(subject, { onSuccess: () => toast({ says: words.restored(subject.name) }), onError }),
      }
    : { label: words.suspend, icon: Ban, danger: true, onSelect: () => setAsking('suspend'), whyNot };
  const reset = { label: words.resetCode, icon: KeyRound, onSelect: () => setAsking('code') };
  return (
    <>
      <Menu
        groups={subject.kind === 'person' ? [[reset], [suspension]] : [[suspension]]}
        title={words.manage(subject.name)}
      >
        <IconButton icon={Ellipsis} label={words.manage(subject.name)} />
      </Menu>
      {asking === 'suspend' && <SuspendDialog subject={subject} onClose={close} />}
      {asking === 'code' && subject.kind === 'person' && (
        <ResetCodeDialog
          name={subject.name}
          made={code.data ?? null}
          busy={code.isPending}
          onMake={() => code.mutate(subject.id, { onError })}
          onClose={() => {
            close();
            code.reset();
          }}
        />
      )}
    </>
  );
}

type CodeProps = {
  name: string;
  made: { code: string; expiresAt: string } | null;
  busy: boolean;
  onMake: () => void;
  onClose: () => void;
};

/** Asks first, because a code opens an account; then shows it this once. */
function ResetCodeDialog({ name, made, busy, onMake, onClose }: CodeProps) {
  const { words, language } = useLanguage();
  const { operator: say, frame } = words;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.resetCodeTitle(name)}
      note={
        made
          ? say.resetCodeNote(`${dayAndTime(made.expiresAt, language, zone)} ${zoneName(zone, language)}`)
          : say.resetCodeAsk
      }
      closeLabel={frame.close}
      size="small"
      actions={
        made ? (
          <Button kind="primary" onClick={onClose}>
            {say.resetCodeKept}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{frame.cancel}</Button>
            <Button kind="primary" onClick={onMake} busy={busy}>
              {say.resetCodeGo(name)}
            </Button>
          </>
        )
      }
    >
      {made && <p className={styles.code}>{made.code}</p>}
    </Dialog>
  );
}
