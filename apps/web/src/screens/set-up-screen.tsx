import { useNavigate } from '@tanstack/react-router';
import { useSetUp } from '@/features/account/account.queries';
import { LanguageSwitch } from '@/features/account/language-switch';
import { PersonFields, personFaults, personOf } from '@/features/account/person-fields';
import { PartnershipWizard } from '@/features/partnership/partnership-wizard';
import { textOf } from '@/lib/form';
import { useScreen } from '@/lib/screen';
import { Door } from '@/ui/door';
import { TextField } from '@/ui/field';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './set-up-screen.module.css';

/** A new server meets its first person, firm and partnership. */
export function SetUpScreen() {
  const { account, frame } = useWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const setUp = useSetUp();
  useScreen(account.setUpTitle);
  return (
    <Door name={frame.product} slots={[0, 1, 2, 3, 4]} aside={<LanguageSwitch />} wide>
      <h1 tabIndex={-1}>{account.setUpTitle}</h1>
      <p className="muted">{account.setUpNote}</p>
      <div className={styles.form}>
        <PartnershipWizard
          organizations={[]}
          go={account.setUpGo}
          before={{
            fields: (faultOf) => (
              <>
                <TextField
                  id="code"
                  name="code"
                  label={account.setUpCode}
                  hint={account.setUpCodeHint}
                  autoComplete="off"
                  autoCapitalize="none"
                  error={faultOf('code')}
                />
                <PersonFields faultOf={faultOf} />
              </>
            ),
            faults: (values) => [
              ...(textOf(values, 'code') ? [] : [{ field: 'code', says: account.setUpCodeMissing }]),
              ...personFaults(values, account),
            ],
          }}
          send={async ({ organization, ...partnership }, values) => {
            const person = personOf(values, language);
            await setUp.mutateAsync({ code: textOf(values, 'code'), ...person, organization, partnership });
            void navigate({ to: '/k/$partnershipId', params: { partnershipId: partnership.id }, replace: true });
          }}
        />
      </div>
    </Door>
  );
}
