import type { InvitationPreview, OrganizationId, PartnershipId } from '@mufakat/domain';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorSummary } from '@/ui/error-summary';
import type { FormFault } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { textOf, useForm } from '@/lib/form';
import { useLanguage } from '@/words/language-provider';
import { InvitationCard } from './invitation-card';
import { OrganizationFields, organizationFaults, organizationOf } from './organization-fields';
import { useAcceptInvitation } from './partnership.queries';
import { useFocusOnStep } from './use-focus-on-step';

type Person = {
  name: string;
  honorific: 'bu' | 'pak' | 'mbak' | 'mas' | null;
  login: string;
  password: string;
  locale: 'id' | 'en';
};

type Props = {
  token: string;
  preview: InvitationPreview;
  /** The name of whoever is signed in; a new person fills the fields in. */
  signedInAs: string | null;
  personFields: (faultOf: (field: string) => React.ReactNode) => React.ReactNode;
  personOf: (values: FormData) => Person;
  personFaults: (values: FormData) => FormFault[];
  onDone: (partnershipId: PartnershipId) => void;
};

type Step = 'look' | 'firm' | 'person';

/** Three steps to a seat: what it is about, for which firm, as whom. What was typed stays when one goes back. */
export function AcceptForm(props: Props) {
  const { preview, token } = props;
  const { words } = useLanguage();
  const { partnership: say, frame } = words;
  const accept = useAcceptInvitation();
  const [at, setAt] = useState(0);
  const place = useFocusOnStep<HTMLParagraphElement>(at);
  const ownId = useRef(newId() as OrganizationId);
  const steps: Step[] = [
    'look',
    ...(preview.isNewOrganization ? ['firm' as const] : []),
    ...(props.signedInAs && !preview.needsPin ? [] : ['person' as const]),
  ];
  const isLast = at === steps.length - 1;
  const faultsAt: Record<Step, (values: FormData) => FormFault[]> = {
    look: () => [],
    firm: (values) => organizationFaults(values, say),
    person: (values) => [
      ...(preview.needsPin && !/^\d{6}$/.test(textOf(values, 'pin')) ? [{ field: 'pin', says: say.pinMissing }] : []),
      ...(props.signedInAs ? [] : props.personFaults(values)),
    ],
  };
  const form = useForm({
    firstField: steps.at(-1) === 'person' && preview.needsPin ? 'pin' : 'login',
    check: (values) => faultsAt[steps[at] ?? 'look'](values),
    send: async (values) => {
      if (!isLast) return setAt(at + 1);
      const { partnershipId } = await accept.mutateAsync({
        token,
        ...(preview.needsPin && { pin: textOf(values, 'pin') }),
        ...(props.signedInAs ? {} : { person: props.personOf(values) }),
        ...(preview.isNewOrganization && { organization: organizationOf(values, ownId.current) }),
      });
      props.onDone(partnershipId);
    },
  });
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <p className="small muted" ref={place} tabIndex={-1}>
        {say.step(at + 1, steps.length)}
      </p>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <div hidden={steps[at] !== 'look'}>
        <InvitationCard preview={preview} />
      </div>
      {preview.isNewOrganization && (
        <div className="stack" hidden={steps[at] !== 'firm'}>
          <OrganizationFields
            faultOf={form.faultOf}
            name={preview.organizationName}
            taken={preview.partners.map(({ letters }) => letters)}
          />
        </div>
      )}
      <div className="stack" hidden={steps[at] !== 'person'}>
        {preview.needsPin && (
          <TextField
            id="pin"
            name="pin"
            label={say.pin}
            hint={say.pinHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            error={form.faultOf('pin')}
          />
        )}
        {!props.signedInAs && props.personFields(form.faultOf)}
      </div>
      {props.signedInAs && isLast && <Card className="small">{say.joinAs(props.signedInAs)}</Card>}
      <div className="row">
        {at > 0 && <Button onClick={() => setAt(at - 1)}>{say.back}</Button>}
        <Button kind="primary" type="submit" busy={form.busy} wide={at === 0}>
          {isLast ? say.join : say.next}
        </Button>
      </div>
    </form>
  );
}
