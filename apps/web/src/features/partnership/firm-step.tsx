import type { Me, NewOrganization, OrganizationId } from '@mufakat/domain';
import type { ReactNode } from 'react';
import type { FormFault } from '@/ui/error-summary';
import { Select } from '@/ui/field';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { OrganizationFields, organizationFaults, organizationOf } from './organization-fields';

type Own = Me['organizations'][number];
type Props = {
  organizations: readonly Own[];
  own: string;
  held: Own | undefined;
  onOwn: (id: string) => void;
  faultOf: (field: string) => ReactNode;
};

/** The organization that takes the first seat: one the founder already has, or a new one. */
export function FirmStep({ organizations, own, held, onOwn, faultOf }: Props) {
  const { partnership: words } = useWords();
  return (
    <>
      {organizations.length > 0 && (
        <Select id="own" label={words.asOrganization} value={own} onChange={({ target }) => onOwn(target.value)}>
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="">{words.otherOrganization}</option>
        </Select>
      )}
      {!held && <OrganizationFields faultOf={faultOf} />}
    </>
  );
}

export const firmFaults = (values: FormData, held: Own | undefined, words: Words['partnership']): FormFault[] =>
  held ? [] : organizationFaults(values, words);

/** What the server keeps of an organization it knows is not changed by these. */
export function firmOf(values: FormData, held: Own | undefined, newId: OrganizationId): NewOrganization {
  if (!held) return organizationOf(values, newId);
  const { id, name, letters } = held;
  return { id, name, letters, kind: 'sme', size: 'small', place: '' };
}
