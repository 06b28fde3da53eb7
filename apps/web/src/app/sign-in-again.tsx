import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { aboutQuery } from '@/features/account/account.queries';
import { DemoPeople } from '@/features/account/demo-people';
import { SignInForm } from '@/features/account/sign-in-form';
import { useLive } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { useSessionWatch } from '@/lib/session-watch';
import { Dialog } from '@/ui/dialog';
import { useWords } from '@/words/language-provider';

const doNotClose = () => undefined;

/** The session ended while somebody worked: signing in gives the page back as it was, with everything typed. */
export function SignInAgain() {
  const { account: words, frame } = useWords();
  return (
    <Dialog
      open
      onClose={doNotClose}
      isHeld
      title={words.sessionOver}
      note={words.sessionOverSays}
      closeLabel={frame.close}
      size="small"
    >
      <Again />
    </Dialog>
  );
}

function Again() {
  const watch = useSessionWatch();
  const live = useLive();
  const cache = useQueryClient();
  const about = useQuery(aboutQuery).data;
  const person = () => cache.getQueryData(meQuery.queryKey)?.person.id;
  const [before] = useState(person);
  const done = () => {
    // Another person starts from the beginning: nothing of this page is theirs.
    if (person() !== before) return location.assign('/');
    watch.comeBack();
    live.start();
  };
  return (
    <div className="stack">
      {about?.isDemo && <DemoPeople onDone={done} />}
      <SignInForm onDone={done} />
    </div>
  );
}
