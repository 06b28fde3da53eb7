import type { InterestRound } from '@mufakat/domain';
import { useId } from 'react';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useCloseInterests } from './interest.queries';

type Props = { round: InterestRound; missing: string; onClose: () => void };

/** Opening before all have answered: who is missing is named, and a reason is asked for. */
export function CloseDialog({ round, missing, onClose }: Props) {
  const words = useWords();
  const said = words.interest.close;
  const formId = useId();
  const toast = useToast();
  const { mutateAsync } = useCloseInterests();
  const form = useForm({
    firstField: 'close-reason',
    check: (values) => (textOf(values, 'close-reason') ? [] : [{ field: 'close-reason', says: said.missing }]),
    send: async (values) => {
      await mutateAsync({ roundId: round.id, reason: textOf(values, 'close-reason'), version: round.version });
      toast({ says: said.done });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title}
      note={said.note(missing)}
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
        <TextArea
          id="close-reason"
          name="close-reason"
          label={said.reason}
          hint={said.reasonHint}
          error={form.faultOf('close-reason')}
          maxLength={400}
        />
      </form>
    </Dialog>
  );
}
