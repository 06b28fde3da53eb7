import type { CharterFields, DecisionRule } from '@mufakat/domain';
import type { ReactNode } from 'react';
import { Checkbox, ChoiceGroup, Radio } from '@/ui/choice';
import { Select, TextArea, TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import type { WaysDraft } from './charter-draft';
import { ListEditor } from './list-editor';

const rules = ['consent', 'unanimous', 'two-thirds', 'majority'] as const satisfies readonly DecisionRule[];

export type WaysProps = {
  ways: WaysDraft;
  onChange: (part: Partial<WaysDraft>) => void;
  faultOf: (field: string) => ReactNode;
};

/** By which rule the partners decide, how many must have spoken, and what is decided otherwise. */
export function DecisionEditor({ ways, onChange, faultOf }: WaysProps) {
  const { decision: say } = useWords().charter;
  return (
    <>
      <ChoiceGroup legend={say.rule}>
        {rules.map((rule) => (
          <Radio
            key={rule}
            name="decisionRule"
            value={rule}
            checked={ways.decisionRule === rule}
            onChange={() => onChange({ decisionRule: rule })}
            label={say.rules[rule].name}
            hint={say.rules[rule].says}
          />
        ))}
      </ChoiceGroup>
      <TextField
        id="quorum"
        label={say.quorumLabel}
        hint={say.quorumHint}
        inputMode="numeric"
        maxLength={3}
        value={ways.quorumPercent || ''}
        onChange={({ target }) => onChange({ quorumPercent: Number(target.value.replace(/\D/g, '')) })}
        error={faultOf('quorum')}
      />
      <ListEditor
        legend={say.exceptions}
        items={ways.exceptions}
        onChange={(exceptions) => onChange({ exceptions })}
        blank={(): CharterFields['exceptions'][number] => ({ about: '', rule: 'unanimous' })}
        one={say.exceptions}
        add={say.addException}
        most={6}
      >
        {({ about, rule }, change) => (
          <>
            <TextField
              label={say.about}
              maxLength={120}
              value={about}
              onChange={({ target }) => change({ about: target.value })}
            />
            <Select
              label={say.rule}
              value={rule}
              onChange={({ target }) => change({ rule: target.value as DecisionRule })}
            >
              {rules.map((each) => (
                <option key={each} value={each}>
                  {say.rules[each].name}
                </option>
              ))}
            </Select>
          </>
        )}
      </ListEditor>
    </>
  );
}

export function RolesEditor({ ways, onChange, faultOf }: WaysProps) {
  const { roles: say } = useWords().charter;
  return (
    <ListEditor
      id="roles"
      legend={say.title}
      hushed
      error={faultOf('roles')}
      items={ways.roles}
      onChange={(roles) => onChange({ roles })}
      blank={() => ({ name: '', duty: '' })}
      one={say.title}
      add={say.add}
      most={12}
    >
      {({ name, duty }, change) => (
        <>
          <TextField
            label={say.name}
            maxLength={80}
            value={name}
            onChange={({ target }) => change({ name: target.value })}
          />
          <TextField
            label={say.duty}
            maxLength={300}
            value={duty}
            onChange={({ target }) => change({ duty: target.value })}
          />
        </>
      )}
    </ListEditor>
  );
}

export function IndicatorsEditor({ ways, onChange, faultOf }: WaysProps) {
  const { indicators: say } = useWords().charter;
  return (
    <ListEditor
      id="indicators"
      legend={say.title}
      hushed
      error={faultOf('indicators')}
      items={ways.indicators}
      onChange={(indicators) => onChange({ indicators })}
      blank={(): CharterFields['indicators'][number] => ({ label: '', unit: '', direction: 'up', isPrivate: false })}
      one={say.title}
      add={say.add}
      most={12}
    >
      {({ label, unit, direction, isPrivate }, change) => (
        <>
          <TextField
            label={say.label}
            maxLength={120}
            value={label}
            onChange={({ target }) => change({ label: target.value })}
          />
          <TextField
            label={say.unit}
            maxLength={24}
            value={unit}
            onChange={({ target }) => change({ unit: target.value })}
          />
          <Select
            label={say.direction}
            value={direction}
            onChange={({ target }) => change({ direction: target.value === 'down' ? 'down' : 'up' })}
          >
            <option value="up">{say.directions.up}</option>
            <option value="down">{say.directions.down}</option>
          </Select>
          <Checkbox
            label={say.isPrivate}
            checked={isPrivate}
            onChange={({ target }) => change({ isPrivate: target.checked })}
          />
        </>
      )}
    </ListEditor>
  );
}

export function CautionsEditor({ ways, onChange }: WaysProps) {
  const { cautions: say } = useWords().charter;
  return (
    <LinesEditor
      {...{ legend: say.title, one: say.one, add: say.add, most: 8, longest: 400 }}
      lines={ways.cautions}
      onChange={(cautions) => onChange({ cautions })}
    />
  );
}

type LinesProps = {
  id?: string;
  legend: string;
  one: string;
  add: string;
  most: number;
  longest: number;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
  error?: ReactNode;
};

/** Sentences, one a row. */
export function LinesEditor({ lines, onChange, longest, ...rest }: LinesProps) {
  return (
    <ListEditor
      {...rest}
      hushed
      items={lines.map((text) => ({ text }))}
      onChange={(rows) => onChange(rows.map(({ text }) => text))}
      blank={() => ({ text: '' })}
    >
      {({ text }, change, at) => (
        <TextArea
          label={`${rest.one} ${at + 1}`}
          rows={2}
          maxLength={longest}
          value={text}
          onChange={({ target }) => change({ text: target.value })}
        />
      )}
    </ListEditor>
  );
}
