import type { PartnershipId } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { LanguageSwitch } from '@/features/account/language-switch';
import { PersonFields, personFaults, personOf } from '@/features/account/person-fields';
import { AcceptForm } from '@/features/partnership/accept-form';
import { previewQuery } from '@/features/partnership/partnership.queries';
import { isRefused } from '@/lib/api';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button, buttonLook } from '@/ui/button';
import { Door } from '@/ui/door';
import { TextField } from '@/ui/field';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** An invitation by link or printed code: look first, then take the seat. */
export function InvitationScreen() {
  const { words, language } = useLanguage();
  const { partnership: say, account, frame } = words;
  const sentence = useSentence();
  const navigate = useNavigate();
  const { token }: { token?: string } = useParams({ strict: false });
  const me = useMe();
  const preview = useQuery(previewQuery(token ?? ''));
  const data = preview.data;
  const title = data ? say.invitationTo(data.partnershipName) : say.invitation;
  useScreen(title);
  const enter = (partnershipId: PartnershipId) =>
    void navigate({ to: '/k/$partnershipId', params: { partnershipId }, replace: true });
  return (
    <Door
      name={frame.product}
      slots={data?.partners.map(({ slot }) => slot) ?? [0, 1, 2, 3, 4]}
      aside={<LanguageSwitch />}
    >
      <h1 tabIndex={-1}>{title}</h1>
      <div className="stack">
        {!token && <CodeForm />}
        {token && preview.isPending && <SkeletonRows label={frame.loading} />}
        {preview.error && (
          <Banner tone="bad" title={sentence(preview.error)}>
            {!isRefused(preview.error, 'invitation.used') && say.askAgain}
          </Banner>
        )}
        {token && data && (
          <AcceptForm
            token={token}
            preview={data}
            signedInAs={me?.person.name ?? null}
            personFields={(faultOf) => <PersonFields faultOf={faultOf} />}
            personOf={(values) => personOf(values, language)}
            personFaults={(values) => personFaults(values, account)}
            onDone={enter}
          />
        )}
        {isRefused(preview.error, 'invitation.used') && (
          <Link to="/" className={buttonLook({ kind: 'primary', wide: true })}>
            {account.signIn}
          </Link>
        )}
        {!me && token && data && (
          <p className="small">
            {say.haveAccount}{' '}
            <Link to="/masuk" search={{ ke: `/undangan/${token}` }}>
              {account.signIn}
            </Link>
          </p>
        )}
        {!token && (
          <Link to="/masuk" className={buttonLook({ kind: 'quiet' })}>
            {account.backToSignIn}
          </Link>
        )}
      </div>
    </Door>
  );
}

/** The ten characters from paper; they lead to the same page as the link. */
function CodeForm() {
  const say = useLanguage().words.partnership;
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const token = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (token.length === 10) void navigate({ to: '/undangan/$token', params: { token } });
  };
  return (
    <form onSubmit={open}>
      <TextField
        id="code"
        label={say.code}
        hint={say.codeHint}
        autoCapitalize="characters"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button kind="primary" type="submit" wide whyNot={token.length === 10 ? undefined : say.codeMissing}>
        {say.openInvitation}
      </Button>
    </form>
  );
}
