import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { type Subject, useSuspend } from './operator.queries';

type Props = { subject: Subject; onClose: () => void };

/** Says whom this closes out and asks why, before it does. */
export function SuspendDialog({ subject, onClose }: Props) {
  const { operator: words, frame } = useWords();
  const toast = useToast();
  const suspend = useSuspend();
  const { kind, name } = subject;
  const form = useForm({
    firstField: 'reason',
    check: (values) => (textOf(values, 'reason') ? [] : [{ field: 'reason', says: words.reasonMissing }]),
    send: async (values) => {
      await suspend.mutateAsync({ subject, reason: textOf(values, 'reason') });
      toast({ says: words.suspended(name) });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.suspendTitle(name)}
      note={words.suspendSays[kind]}
      closeLabel={frame.close}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button kind="danger" type="submit" form="suspend" busy={form.busy}>
            {words.suspendGo(name)}
          </Button>
        </>
      }
    >
      <form id="suspend" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <TextArea
          id="reason"
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          maxLength={300}
          error={form.faultOf('reason')}
        />
      </form>
    </Dialog>
  );
}
