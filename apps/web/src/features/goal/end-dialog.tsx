import type { Ending, Goal, RevisionId } from '@mufakat/domain';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useProposeEnding } from './agreement.queries';

/** Proposes that the goal ends, how it turned out, and what the partners take with them. */
export function EndDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { words } = useLanguage();
  const said = words.signing.end;
  const formId = useId();
  const toast = useToast();
  const [id] = useState(() => v7() as RevisionId);
  const [outcome, setOutcome] = useState<Ending>('achieved');
  const { mutateAsync } = useProposeEnding(goal);
  const form = useForm({
    firstField: 'end-lessons',
    check: (values) => (textOf(values, 'end-lessons') ? [] : [{ field: 'end-lessons', says: said.missing }]),
    send: async (values) => {
      await mutateAsync({ id, outcome, lessons: textOf(values, 'end-lessons') });
      toast({ says: said.sent });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title}
      note={said.note}
      closeLabel={words.frame.close}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy}>
            {said.do}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <ChoiceGroup legend={said.how}>
          {(['achieved', 'partly', 'missed', 'dropped'] as const).map((each) => (
            <Radio
              key={each}
              name="end-outcome"
              value={each}
              checked={each === outcome}
              onChange={() => setOutcome(each)}
              label={said.outcomes[each].name}
              hint={said.outcomes[each].says}
            />
          ))}
        </ChoiceGroup>
        <TextArea
          id="end-lessons"
          name="end-lessons"
          label={said.lessons}
          hint={said.lessonsHint}
          error={form.faultOf('end-lessons')}
          maxLength={2000}
        />
      </form>
    </Dialog>
  );
}
