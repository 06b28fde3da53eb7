import type { OrganizationId, PartnershipId } from '@mufakat/domain';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { v7 as newId } from 'uuid';
import { useSetUp } from '@/features/account/account.queries';
import { LanguageSwitch } from '@/features/account/language-switch';
import { PersonFields, personFaults, personOf } from '@/features/account/person-fields';
import { OrganizationFields, organizationFaults, organizationOf } from '@/features/partnership/organization-fields';
import { PartnershipFields, partnershipFaults, partnershipOf } from '@/features/partnership/partnership-fields';
import { textOf, useForm } from '@/lib/form';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Door } from '@/ui/door';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { useLanguage } from '@/words/language-provider';
import styles from './set-up-screen.module.css';

/** A new server meets its first person, firm and partnership. */
export function SetUpScreen() {
  const { words, language } = useLanguage();
  const { account, partnership, frame } = words;
  const navigate = useNavigate();
  const setUp = useSetUp();
  const ids = useRef({ partnership: newId() as PartnershipId, organization: newId() as OrganizationId });
  useScreen(account.setUpTitle);
  const form = useForm({
    firstField: 'code',
    check: (values) => [
      ...(textOf(values, 'code') ? [] : [{ field: 'code', says: account.setUpCodeMissing }]),
      ...personFaults(values, account),
      ...organizationFaults(values, partnership),
      ...partnershipFaults(values, partnership),
    ],
    send: async (values) => {
      await setUp.mutateAsync({
        code: textOf(values, 'code'),
        ...personOf(values, language),
        organization: organizationOf(values, ids.current.organization),
        partnership: { id: ids.current.partnership, ...partnershipOf(values) },
      });
      void navigate({ to: '/k/$partnershipId', params: { partnershipId: ids.current.partnership }, replace: true });
    },
  });
  return (
    <Door name={frame.product} slots={[0, 1, 2, 3, 4]} aside={<LanguageSwitch />} wide>
      <h1 tabIndex={-1}>{account.setUpTitle}</h1>
      <p className="muted">{account.setUpNote}</p>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <TextField
          id="code"
          name="code"
          label={account.setUpCode}
          hint={account.setUpCodeHint}
          autoComplete="off"
          autoCapitalize="none"
          error={form.faultOf('code')}
        />
        <Panel title={account.you}>
          <div className="stack">
            <PersonFields faultOf={form.faultOf} />
          </div>
        </Panel>
        <Panel title={partnership.organization}>
          <div className="stack">
            <OrganizationFields faultOf={form.faultOf} />
          </div>
        </Panel>
        <Panel title={partnership.title}>
          <div className="stack">
            <PartnershipFields faultOf={form.faultOf} />
          </div>
        </Panel>
        <Button kind="primary" type="submit" wide busy={form.busy}>
          {account.setUpGo}
        </Button>
      </form>
    </Door>
  );
}
