import { type ReactNode, useCallback, useState } from 'react';
import { isRefused } from '@/lib/api';
import { ConfirmContext, type Confirmed } from '@/lib/confirm';
import { Later, useLater } from '@/lib/later';

const dialog = new Later(() => import('./password-dialog'));

type Asked = { done: () => void; left: (reason: unknown) => void; refusal: unknown };

/** Asks for the password where a binding act needs it, then lets the act go on. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirmed = useCallback<Confirmed>(async (act) => {
    try {
      return await act();
    } catch (refusal) {
      if (!isRefused(refusal, 'session.confirm')) throw refusal;
      await new Promise<void>((done, left) => setAsked({ done, left, refusal }));
      return act();
    }
  }, []);
  const loaded = useLater(dialog, asked !== null);
  const finish = (how: (asked: Asked) => void) => {
    if (asked) how(asked);
    setAsked(null);
  };
  return (
    <ConfirmContext value={confirmed}>
      {children}
      {asked && loaded && (
        <loaded.PasswordDialog
          onDone={() => finish(({ done }) => done())}
          onLeave={() => finish(({ left, refusal }) => left(refusal))}
        />
      )}
    </ConfirmContext>
  );
}
