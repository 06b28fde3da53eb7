import type { CheckInId, CheckInStatus, Goal } from '@mufakat/domain';
import { sentenceRefusal } from '@mufakat/domain/browser';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { decimalFrom, typedFrom } from '@/lib/decimals';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { Field, TextArea, TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import { useLanguage } from '@/words/language-provider';
import styles from './check-in-list.module.css';
import { useCheckIn } from './check-in.queries';

type Props = { goal: Goal; onClose: () => void };

/** How the goal stands: its numbers, the champion's view, and a sentence or two. */
export function CheckInDialog({ goal, onClose }: Props) {
  const { words, language } = useLanguage();
  const said = words.progress;
  const formId = useId();
  const toast = useToast();
  const [id] = useState(() => v7() as CheckInId);
  const [status, setStatus] = useState<CheckInStatus>(goal.lastCheckIn?.status ?? 'on-track');
  const [sure, setSure] = useState(goal.lastCheckIn?.confidence ?? 7);
  const { mutateAsync } = useCheckIn(goal);
  const form = useForm({
    firstField: 'report-note',
    check: (values) =>
      faultsOf(values, { goal, status, language, wrong: words.goal.targets.numberWrong, refusals: words.refusals }),
    send: async (values) => {
      await mutateAsync({
        id,
        status,
        confidence: sure,
        note: textOf(values, 'report-note'),
        blockers: textOf(values, 'report-blockers'),
        values: goal.targets.map(({ id: targetId, current }) => ({
          targetId,
          value: decimalFrom(textOf(values, `value-${targetId}`), language) ?? current,
        })),
      });
      toast({ says: said.sent });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.form}
      note={said.question}
      closeLabel={words.frame.close}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy}>
            {said.send}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        {goal.targets.length > 0 && (
          <fieldset className={styles.values}>
            <legend>{said.values}</legend>
            {goal.targets.map(({ id: targetId, label, unit, current }) => (
              <TextField
                key={targetId}
                id={`value-${targetId}`}
                name={`value-${targetId}`}
                label={unit ? `${label} (${unit})` : label}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={typedFrom(current, language)}
                error={form.faultOf(`value-${targetId}`)}
              />
            ))}
          </fieldset>
        )}
        <ChoiceGroup legend={said.status}>
          {(['on-track', 'attention', 'stuck'] as const).map((each) => (
            <Radio
              key={each}
              name="report-status"
              value={each}
              checked={each === status}
              onChange={() => setStatus(each)}
              label={said.statuses[each].name}
              hint={said.statuses[each].says}
            />
          ))}
        </ChoiceGroup>
        <Field label={said.confidence} hint={said.confidenceHint}>
          {(wiring) => (
            <div className={styles.scale}>
              <input
                {...wiring}
                type="range"
                min={0}
                max={10}
                value={sure}
                className={styles.sure}
                onChange={({ target }) => setSure(Number(target.value))}
              />
              <output className="num">{sure}</output>
            </div>
          )}
        </Field>
        <TextArea
          id="report-note"
          name="report-note"
          label={said.said}
          hint={said.saidHint}
          error={form.faultOf('report-note')}
          maxLength={600}
        />
        <TextArea
          id="report-blockers"
          name="report-blockers"
          label={said.blockers}
          hint={said.blockersHint}
          optional={words.frame.optional}
          maxLength={600}
        />
      </form>
    </Dialog>
  );
}

type Checking = Pick<Words, 'refusals'> & { goal: Goal; status: CheckInStatus; language: Language; wrong: string };

function faultsOf(values: FormData, { goal, status, language, wrong, refusals }: Checking): FormFault[] {
  const report = { status, note: textOf(values, 'report-note'), blockers: textOf(values, 'report-blockers') };
  const refusal = sentenceRefusal(goal.lastCheckIn, report);
  return [
    ...goal.targets
      .map(({ id }) => `value-${id}`)
      .filter((field) => decimalFrom(textOf(values, field), language) === null)
      .map((field) => ({ field, says: wrong })),
    ...(refusal ? [{ field: 'report-note', says: refusals[refusal] }] : []),
  ];
}
