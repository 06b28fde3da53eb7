import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { aboutQuery } from '@/features/account/account.queries';
import { DemoPeople } from '@/features/account/demo-people';
import { LanguageSwitch } from '@/features/account/language-switch';
import { ResetForm } from '@/features/account/reset-form';
import { SignInForm } from '@/features/account/sign-in-form';
import { useAddressWord } from '@/lib/address';
import { useScreen } from '@/lib/screen';
import { Button, buttonLook } from '@/ui/button';
import { Door } from '@/ui/door';
import { useWords } from '@/words/language-provider';

/** The door: sign in, an invitation in hand, a forgotten password, and the sample people of a demo. */
export function SignInScreen() {
  const { account: words, frame } = useWords();
  const about = useQuery(aboutQuery).data;
  const search: { ke?: string } = useSearch({ strict: false });
  const router = useRouter();
  const navigate = useNavigate();
  const [part, setPart] = useAddressWord('bagian');
  const isReset = part === 'lupa';
  const isDemo = (about?.isDemo ?? false) && !isReset;
  const title = isReset ? words.forgotten : words.signIn;
  useScreen(title);
  const go = () => void router.navigate({ href: search.ke ?? '/', replace: true });
  return (
    <Door name={frame.product} slots={[0, 1, 2, 3, 4]} aside={<LanguageSwitch />} wide={isDemo}>
      <h1 tabIndex={-1}>{title}</h1>
      <div className="stack">
        {!isReset && <p className="muted">{about?.needsSetup ? words.needsSetup : words.welcome}</p>}
        {about?.needsSetup && (
          <Link to="/siapkan" className={buttonLook({ kind: 'primary', wide: true })}>
            {words.setUp}
          </Link>
        )}
        {isDemo && <DemoPeople onDone={go} />}
        {isReset ? (
          <ResetForm sendsMail={about?.sendsMail ?? false} onDone={() => setPart(null)} />
        ) : (
          !about?.needsSetup && <SignInForm onDone={go} />
        )}
        <div className="row">
          {!about?.needsSetup && (
            <Button kind="quiet" onClick={() => setPart(isReset ? null : 'lupa', 'push')}>
              {isReset ? words.backToSignIn : words.forgot}
            </Button>
          )}
          {!isReset && (
            <Button kind="quiet" onClick={() => void navigate({ to: '/undangan' })}>
              {words.haveInvitation}
            </Button>
          )}
        </div>
      </div>
    </Door>
  );
}
