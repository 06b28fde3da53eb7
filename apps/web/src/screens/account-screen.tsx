import { LogOut } from 'lucide-react';
import { AboutMe } from '@/features/account/about-me';
import { Appearance } from '@/features/account/appearance';
import { ChangePassword } from '@/features/account/change-password';
import { SessionList } from '@/features/account/session-list';
import { useLeave } from '@/features/account/use-leave';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import styles from './account-screen.module.css';

/** Everything of the person: name, looks, password, devices, and the way out. */
export function AccountScreen() {
  const { account: words, frame } = useWords();
  useScreen(words.title);
  const me = useMe();
  const leave = useLeave();
  if (!me) return null;
  const { person } = me;
  return (
    <>
      <ScreenHead
        title={words.title}
        note={words.note}
        actions={
          <Button icon={LogOut} onClick={leave.ask} busy={leave.busy}>
            {frame.signOut}
          </Button>
        }
      />
      <div className={styles.halves}>
        <div className="stack">
          <AboutMe person={person} />
          <Appearance person={person} />
        </div>
        <div className="stack">
          <SessionList />
          <ChangePassword login={person.email ?? person.phone ?? ''} />
        </div>
      </div>
      {leave.dialog}
    </>
  );
}
