import type { Me, OrganizationId, PartnershipId } from '@mufakat/domain';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Button } from '@/ui/button';
import { ErrorSummary } from '@/ui/error-summary';
import { Select } from '@/ui/field';
import { useForm } from '@/lib/form';
import { useWords } from '@/words/language-provider';
import { OrganizationFields, organizationFaults, organizationOf } from './organization-fields';
import { PartnershipFields, partnershipFaults, partnershipOf } from './partnership-fields';
import { useCreatePartnership } from './partnership.queries';

type Props = { organizations: Me['organizations']; onDone: (partnershipId: PartnershipId) => void };

/** A partnership begins: its kind, its name, and the firm that takes the first seat. */
export function NewPartnershipForm({ organizations, onDone }: Props) {
  const { partnership: words, frame } = useWords();
  const create = useCreatePartnership();
  const [own, setOwn] = useState<string>(organizations[0]?.id ?? '');
  const ids = useRef({ partnership: newId() as PartnershipId, organization: newId() as OrganizationId });
  const held = organizations.find(({ id }) => id === own);
  const form = useForm({
    firstField: 'partnershipName',
    check: (values) => [...partnershipFaults(values, words), ...(held ? [] : organizationFaults(values, words))],
    send: async (values) => {
      const organization = held
        ? {
            id: held.id,
            name: held.name,
            letters: held.letters,
            kind: 'sme' as const,
            size: 'small' as const,
            place: '',
          }
        : organizationOf(values, ids.current.organization);
      await create.mutateAsync({ id: ids.current.partnership, ...partnershipOf(values), organization });
      onDone(ids.current.partnership);
    },
  });
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <PartnershipFields faultOf={form.faultOf} />
      {organizations.length > 0 && (
        <Select id="own" label={words.asOrganization} value={own} onChange={(event) => setOwn(event.target.value)}>
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{words.otherOrganization}</option>
        </Select>
      )}
      {!held && <OrganizationFields faultOf={form.faultOf} />}
      <Button kind="primary" type="submit" busy={form.busy}>
        {words.start}
      </Button>
    </form>
  );
}
