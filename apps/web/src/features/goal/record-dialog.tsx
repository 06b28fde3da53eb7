import type { Goal, PartnerId, SignOffId, Verdict } from '@mufakat/domain';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { TextArea, TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useRecordSignOff } from './agreement.queries';

type Props = { goal: Goal; firm: PartnerId; onClose: () => void };

/** What a firm said by phone, written down by the facilitator; the firm is asked whether it is right. */
export function RecordDialog({ goal, firm, onClose }: Props) {
  const { words } = useLanguage();
  const said = words.signing.record;
  const { partner } = usePartnership();
  const formId = useId();
  const toast = useToast();
  const [id] = useState(() => v7() as SignOffId);
  const [verdict, setVerdict] = useState<Verdict>('agree');
  const { mutateAsync } = useRecordSignOff(goal);
  const form = useForm({
    firstField: 'call-who',
    check: (values) => faultsOf(values, verdict, said.missing),
    send: async (values) => {
      const revision = goal.agreement.proposed;
      if (!revision) return onClose();
      await mutateAsync({
        id,
        revisionId: revision.id,
        partnerId: firm,
        verdict,
        note: textOf(values, 'call-note'),
        change: textOf(values, 'call-change'),
        harmedGoalId: null,
        call: {
          spokeWith: textOf(values, 'call-who'),
          at: new Date(textOf(values, 'call-at')).toISOString(),
          evidence: textOf(values, 'call-evidence'),
        },
      });
      toast({ says: said.done });
      onClose();
    },
  });
  const fault = form.faultOf;
  const verdicts = words.signing.sign;
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title(partner(firm)?.organization.name ?? '')}
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
        <TextField id="call-who" name="call-who" label={said.spokeWith} error={fault('call-who')} maxLength={80} />
        <TextField
          id="call-at"
          name="call-at"
          type="datetime-local"
          label={said.at}
          error={fault('call-at')}
          defaultValue={localNow()}
        />
        <TextArea
          id="call-evidence"
          name="call-evidence"
          label={said.evidence}
          hint={said.evidenceHint}
          error={fault('call-evidence')}
          maxLength={400}
        />
        <ChoiceGroup legend={verdicts.answer}>
          {(['agree', 'agree-with-note', 'object'] as const).map((each) => (
            <Radio
              key={each}
              name="call-verdict"
              value={each}
              checked={each === verdict}
              onChange={() => setVerdict(each)}
              label={verdicts.verdicts[each].name}
            />
          ))}
        </ChoiceGroup>
        {verdict !== 'agree' && (
          <TextArea
            id="call-note"
            name="call-note"
            label={verdict === 'object' ? verdicts.reason : verdicts.noteLabel}
            error={fault('call-note')}
            maxLength={2000}
          />
        )}
        {verdict === 'object' && (
          <TextArea
            id="call-change"
            name="call-change"
            label={verdicts.change}
            error={fault('call-change')}
            maxLength={2000}
          />
        )}
      </form>
    </Dialog>
  );
}

/** Now on this device, as its own field for a moment wants it. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function faultsOf(values: FormData, verdict: Verdict, missing: string): FormFault[] {
  const needed = ['call-who', 'call-at', 'call-evidence'];
  if (verdict !== 'agree') needed.push('call-note');
  if (verdict === 'object') needed.push('call-change');
  return needed.filter((field) => textOf(values, field) === '').map((field) => ({ field, says: missing }));
}
