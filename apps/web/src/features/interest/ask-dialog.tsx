import type { Goal, GoalId, InterestRoundId } from '@mufakat/domain';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Checkbox, ChoiceGroup } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useAskInterests } from './interest.queries';

/** Which goals the partners are asked to rate. */
export function AskDialog({ goals, onClose }: { goals: readonly Goal[]; onClose: () => void }) {
  const words = useWords();
  const said = words.interest.ask;
  const { directory } = usePartnership();
  const formId = useId();
  const toast = useToast();
  const [id] = useState(() => v7() as InterestRoundId);
  const { mutateAsync } = useAskInterests();
  const chosen = (values: FormData) => values.getAll('goal') as GoalId[];
  const form = useForm({
    firstField: 'goals-to-rate',
    check: (values) => (chosen(values).length > 0 ? [] : [{ field: 'goals-to-rate', says: said.missing }]),
    send: async (values) => {
      await mutateAsync({ id, goalIds: chosen(values) });
      toast({ says: said.sent });
      onClose();
    },
  });
  const asked = directory.partners.filter(
    ({ standing, leftAt, isSuspended }) => standing === 'full' && !leftAt && !isSuspended,
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title}
      note={said.note(asked.length)}
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
        <ChoiceGroup id="goals-to-rate" legend={said.goals} error={form.faultOf('goals-to-rate')}>
          {goals.length === 0 && <p className="muted">{said.none}</p>}
          {goals.map((goal) => (
            <Checkbox key={goal.id} name="goal" value={goal.id} defaultChecked label={goal.title} />
          ))}
        </ChoiceGroup>
      </form>
    </Dialog>
  );
}
