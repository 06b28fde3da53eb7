import type { CallInput } from '@mufakat/domain';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Select, TextArea, TextField } from '@/ui/field';
import type { FormFault } from '@/ui/error-summary';
import { textOf } from '@/lib/form';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
type Given = Pick<CallInput<'createPartnership'>, 'name' | 'type' | 'purpose' | 'zone' | 'standing'>;

/** Name, purpose, zone, and what the founder's firm is at this table. */
export function PartnershipFields({ faultOf }: { faultOf: (field: string) => React.ReactNode }) {
  const words = useWords().partnership;
  return (
    <>
      <TextField
        id="partnershipName"
        name="partnershipName"
        label={words.name}
        hint={words.nameHint}
        maxLength={120}
        error={faultOf('partnershipName')}
      />
      <TextArea
        id="purpose"
        name="purpose"
        label={words.purpose}
        hint={words.purposeHint}
        maxLength={1000}
        error={faultOf('purpose')}
      />
      <Select id="zone" name="zone" label={words.zone} defaultValue="Asia/Jakarta">
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {words.zones[zone]}
          </option>
        ))}
      </Select>
      <ChoiceGroup legend={words.ownStanding}>
        <Radio
          name="standing"
          value="full"
          label={words.standings.full}
          hint={words.standingSays.full}
          defaultChecked
        />
        <Radio
          name="standing"
          value="facilitator"
          label={words.standings.facilitator}
          hint={words.standingSays.facilitator}
        />
      </ChoiceGroup>
    </>
  );
}

export function partnershipOf(values: FormData): Given {
  return {
    name: textOf(values, 'partnershipName'),
    type: textOf(values, 'type') as Given['type'],
    purpose: textOf(values, 'purpose'),
    zone: textOf(values, 'zone') as Given['zone'],
    standing: textOf(values, 'standing') as Given['standing'],
  };
}

export function partnershipFaults(values: FormData, words: Words['partnership']): FormFault[] {
  return textOf(values, 'partnershipName') ? [] : [{ field: 'partnershipName', says: words.nameMissing }];
}
