import type { Goal, Target } from '@mufakat/domain';
import { targetRefusal } from '@mufakat/domain/browser';
import { useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { decimalFrom, typedFrom } from '@/lib/decimals';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { Select, TextField } from '@/ui/field';
import type { Words } from '@/words/id';
import { useLanguage } from '@/words/language-provider';
import type { Language } from '@/words/language';
import { type TargetFields, useAddTarget, useChangeTarget } from './goal.queries';
import styles from './goal-page.module.css';
import { firmFaults, firmsIn, TargetFirms } from './target-firms';

type Props = { goal: Goal; target: Target | null; onClose: () => void };
type Direction = Target['direction'];

/** Adds a target, or changes one. */
export function TargetDialog({ goal, target, onClose }: Props) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const formId = useId();
  const first = useRef<HTMLInputElement>(null);
  const [targetId] = useState(() => target?.id ?? (v7() as Target['id']));
  const [direction, setDirection] = useState<Direction>(target?.direction ?? 'up');
  const add = useAddTarget(goal);
  const change = useChangeTarget(goal);
  const form = useForm({
    firstField: 'target-label',
    check: (values) => faultsOf(values, direction, { words, language }),
    send: async (values) => {
      const fields = fieldsOf(values, direction, language);
      await (target ? change : add).mutateAsync({ targetId, ...fields });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={target ? said.formEdit : said.formAdd}
      closeLabel={words.frame.close}
      focusFirst={first}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy}>
            {words.frame.save}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <TextField
          ref={first}
          id="target-label"
          name="target-label"
          label={said.label}
          hint={said.labelHint}
          defaultValue={target?.label}
          error={form.faultOf('target-label')}
          maxLength={120}
          autoComplete="off"
        />
        <ChoiceGroup legend={said.direction}>
          {(['up', 'down', 'keep'] as const).map((way) => (
            <Radio
              key={way}
              name="target-direction"
              value={way}
              checked={way === direction}
              onChange={() => setDirection(way)}
              label={said.directions[way].name}
              hint={said.directions[way].says}
            />
          ))}
        </ChoiceGroup>
        <Numbers target={target} direction={direction} faultOf={form.faultOf} />
        <div className={styles.pair}>
          <Select label={said.weight} hint={said.weightHint} name="target-weight" defaultValue={target?.weight ?? 3}>
            {said.weights.map((word, at) => (
              <option key={word} value={at + 1}>
                {word}
              </option>
            ))}
          </Select>
          <TextField
            type="date"
            name="target-due"
            label={said.dueOn}
            optional={words.frame.optional}
            defaultValue={target?.dueOn ?? ''}
          />
        </div>
        <TargetFirms target={target} faultOf={form.faultOf} />
      </form>
    </Dialog>
  );
}

type NumbersProps = {
  target: Target | null;
  direction: Direction;
  faultOf: (field: string) => React.ReactNode;
};

function Numbers({ target, direction, faultOf }: NumbersProps) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const field = (id: string, label: string, held: string | null | undefined, hint?: string) => (
    <TextField
      id={id}
      name={id}
      label={label}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={held ? typedFrom(held, language) : ''}
      error={faultOf(id)}
    />
  );
  return (
    <div className={styles.pair}>
      {field('target-baseline', said.baseline, target?.baseline, said.baselineHint)}
      {direction === 'keep' && field('target-lower', said.lower, target?.lowerBound)}
      {field('target-goal', direction === 'keep' ? said.upper : said.goal, target?.target)}
      <TextField
        name="target-unit"
        label={said.unit}
        hint={said.unitHint}
        defaultValue={target?.unit}
        maxLength={24}
        optional={words.frame.optional}
      />
    </div>
  );
}

function fieldsOf(values: FormData, direction: Direction, language: Language): TargetFields {
  const numberOf = (name: string) => decimalFrom(textOf(values, name), language) ?? '0';
  return {
    label: textOf(values, 'target-label'),
    unit: textOf(values, 'target-unit'),
    direction,
    baseline: numberOf('target-baseline'),
    target: numberOf('target-goal'),
    lowerBound: direction === 'keep' ? numberOf('target-lower') : null,
    weight: Number(textOf(values, 'target-weight')),
    dueOn: textOf(values, 'target-due') || null,
    ...firmsIn(values, language),
  };
}

/** What is wrong with a target before it is sent, field by field. */
function faultsOf(
  values: FormData,
  direction: Direction,
  { words, language }: { words: Words; language: Language },
): FormFault[] {
  const said = words.goal.targets;
  const faults: FormFault[] = [];
  if (textOf(values, 'target-label') === '') faults.push({ field: 'target-label', says: said.labelMissing });
  const numbers = ['target-baseline', ...(direction === 'keep' ? ['target-lower'] : []), 'target-goal'];
  for (const field of numbers) {
    const typed = textOf(values, field);
    if (typed === '') faults.push({ field, says: said.numberMissing });
    else if (decimalFrom(typed, language) === null) faults.push({ field, says: said.numberWrong });
  }
  faults.push(...firmFaults(values, language, said.numberWrong));
  if (faults.length > 0) return faults;
  const fields = fieldsOf(values, direction, language);
  const [from, to] = [Number(fields.baseline), Number(fields.target)];
  if (targetRefusal(fields)) faults.push({ field: 'target-lower', says: words.refusals['target.band-missing'] });
  else if (direction !== 'keep' && from === to) faults.push({ field: 'target-goal', says: said.sameAsBaseline });
  else if ((direction === 'up' && to < from) || (direction === 'down' && to > from))
    faults.push({ field: 'target-goal', says: said.goesWrongWay(said.directions[direction].name) });
  return faults;
}
