import { type ReactNode, useState } from 'react';
import { useSignOut } from '@/lib/sign-out';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** How a person leaves: at once, unless words of theirs never reached the server; then they are asked first. */
export function useLeave(): { ask: () => void; busy: boolean; dialog: ReactNode } {
  const words = useWords().frame;
  const { unsent, leave } = useSignOut();
  const toast = useToast();
  const sentence = useSentence();
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const trying = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    try {
      await act();
    } catch (error) {
      toast({ says: sentence(error), tone: 'refused' });
    } finally {
      setBusy(false);
    }
  };
  const ask = () =>
    trying(async () => {
      const count = await unsent();
      if (count > 0) setWaiting(count);
      else await leave();
    });
  const stay = () => setWaiting(0);
  const dialog = waiting > 0 && (
    <Dialog
      open
      onClose={stay}
      title={words.signOutTitle}
      note={words.signOutUnsent(waiting)}
      closeLabel={words.close}
      size="small"
      actions={
        <>
          <Button onClick={stay}>{words.cancel}</Button>
          <Button kind="danger" busy={busy} onClick={() => void trying(leave)}>
            {words.signOutAnyway}
          </Button>
        </>
      }
    />
  );
  return { ask: () => void ask(), busy, dialog };
}
