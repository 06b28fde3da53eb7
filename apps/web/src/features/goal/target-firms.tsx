import type { PartnerId, Target } from '@mufakat/domain';
import { decimalFrom, typedFrom } from '@/lib/decimals';
import { textOf } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import type { FormFault } from '@/ui/error-summary';
import { Select, TextField } from '@/ui/field';
import type { Language } from '@/words/language';
import { useLanguage } from '@/words/language-provider';
import { firmsOf } from './firms';
import styles from './goal-page.module.css';

type Firms = Pick<Target, 'measurerId' | 'splits'>;
type Props = { target: Target | null; faultOf: (field: string) => React.ReactNode };

const shareOf = (partnerId: string) => `target-share-${partnerId}`;

/** Which firm measures a target, and which part of it each firm carries. */
export function TargetFirms({ target, faultOf }: Props) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const firms = firmsOf(usePartnership());
  return (
    <>
      <Select
        label={said.measurer}
        hint={said.measurerHint}
        name="target-measurer"
        defaultValue={target?.measurerId ?? ''}
        optional={words.frame.optional}
      >
        <option value="">{said.measurerNone}</option>
        {firms.map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
      </Select>
      <details open={target !== null && target.splits.length > 0}>
        <summary>{said.shares}</summary>
        <p className="muted small">{said.sharesHint}</p>
        <div className={styles.pair}>
          {firms.map(({ id, organization }) => {
            const share = target?.splits.find(({ partnerId }) => partnerId === id)?.share;
            return (
              <TextField
                key={id}
                id={shareOf(id)}
                name={shareOf(id)}
                label={organization.name}
                inputMode="decimal"
                autoComplete="off"
                optional={words.frame.optional}
                defaultValue={share ? typedFrom(share, language) : ''}
                error={faultOf(shareOf(id))}
              />
            );
          })}
        </div>
      </details>
    </>
  );
}

/** The firms' fields that hold something. */
const sharesIn = (values: FormData): [field: string, typed: string][] =>
  [...values.keys()]
    .filter((field) => field.startsWith(shareOf('')))
    .map((field): [string, string] => [field, textOf(values, field)])
    .filter(([, typed]) => typed !== '');

export function firmsIn(values: FormData, language: Language): Firms {
  return {
    measurerId: (textOf(values, 'target-measurer') || null) as PartnerId | null,
    splits: sharesIn(values).map(([field, typed]) => ({
      partnerId: field.slice(shareOf('').length) as PartnerId,
      share: decimalFrom(typed, language) ?? '0',
    })),
  };
}

export function firmFaults(values: FormData, language: Language, says: string): FormFault[] {
  return sharesIn(values)
    .filter(([, typed]) => decimalFrom(typed, language) === null)
    .map(([field]) => ({ field, says }));
}
