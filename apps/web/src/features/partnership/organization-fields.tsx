import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { NewOrganization, OrganizationId } from '@mufakat/domain';
import { lettersFor } from '@mufakat/domain/browser';
import { Select, TextField } from '@/ui/field';
import type { FormFault } from '@/ui/error-summary';
import { textOf } from '@/lib/form';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import styles from './organization-fields.module.css';

const kinds = ['sme', 'large-company', 'association', 'government', 'campus', 'research', 'other'] as const;
const sizes = ['micro', 'small', 'medium', 'large'] as const;

type Props = { faultOf: (field: string) => React.ReactNode; taken?: readonly string[]; name?: string };

/** The firm a person brings: name, two letters for its square, kind, size, place. */
export function OrganizationFields({ faultOf, taken = [], name: first = '' }: Props) {
  const words = useWords().partnership;
  const [name, setName] = useState(first);
  const [letters, setLetters] = useState<string | null>(null);
  const proposed = name.trim() ? lettersFor(name, taken) : '';
  return (
    <>
      <TextField
        id="organizationName"
        name="organizationName"
        label={words.organizationName}
        autoComplete="organization"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faultOf('organizationName')}
      />
      <TextField
        id="letters"
        name="letters"
        label={words.letters}
        hint={words.lettersHint}
        maxLength={2}
        autoCapitalize="characters"
        value={letters ?? proposed}
        onChange={(event) => setLetters(event.target.value.toUpperCase())}
        error={faultOf('letters')}
      />
      <div className={styles.pair}>
        <Select id="kind" name="kind" label={words.kind} defaultValue="sme">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
        <Select id="size" name="size" label={words.size} defaultValue="small">
          {sizes.map((size) => (
            <option key={size} value={size}>
              {words.sizes[size]}
            </option>
          ))}
        </Select>
      </div>
      <TextField
        id="place"
        name="place"
        label={words.place}
        hint={words.placeHint}
        maxLength={80}
        error={faultOf('place')}
      />
    </>
  );
}

/** The organization a form describes; the id is made here, so that sending again is safe. */
export function organizationOf(values: FormData, id = newId() as OrganizationId): NewOrganization {
  const letters = textOf(values, 'letters');
  return {
    id,
    name: textOf(values, 'organizationName'),
    ...(letters && { letters }),
    kind: textOf(values, 'kind') as (typeof kinds)[number],
    size: textOf(values, 'size') as (typeof sizes)[number],
    place: textOf(values, 'place'),
  };
}

export function organizationFaults(values: FormData, words: Words['partnership']): FormFault[] {
  const letters = textOf(values, 'letters');
  return [
    ...(textOf(values, 'organizationName') ? [] : [{ field: 'organizationName', says: words.organizationNameMissing }]),
    ...(letters === '' || /^[A-Z]{2}$/.test(letters) ? [] : [{ field: 'letters', says: words.lettersWrong }]),
  ];
}
