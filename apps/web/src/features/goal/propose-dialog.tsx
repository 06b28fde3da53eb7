import type { Goal, RevisionId } from '@mufakat/domain';
import { proposalGaps, proposeRefusal, type ProposalGap } from '@mufakat/domain/browser';
import { CircleDashed } from 'lucide-react';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { useSaved } from '@/lib/saved';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { usePropose } from './agreement.queries';
import { firmsOf } from './firms';
import styles from './answering.module.css';

type Props = { goal: Goal; onClose: () => void };

/** What a draft still lacks, one by one; when it lacks nothing, freezing it and asking every firm. */
export function ProposeDialog({ goal, onClose }: Props) {
  const { words } = useLanguage();
  const said = words.signing.propose;
  const partnership = usePartnership();
  const firms = firmsOf(partnership);
  const gaps = proposalGaps(
    goal,
    firms.map(({ id }) => id),
  );
  const { proposed, inForce } = goal.agreement;
  const next = (proposed ?? inForce)?.number ?? 0;
  if (gaps.length > 0)
    return (
      <Dialog open onClose={onClose} title={said.lacks(gaps.length)} closeLabel={words.frame.close} size="small">
        <ul className={styles.gaps}>
          {gaps.map((gap) => (
            <Gap key={typeof gap === 'string' ? gap : gap.obligationOf} gap={gap} />
          ))}
        </ul>
      </Dialog>
    );
  return <Proposal goal={goal} next={next + 1} count={firms.length} onClose={onClose} />;
}

function Gap({ gap }: { gap: ProposalGap }) {
  const { words } = useLanguage();
  const { partner } = usePartnership();
  const says =
    typeof gap === 'string'
      ? words.goal.gaps[gap]
      : words.signing.propose.gapObligation(partner(gap.obligationOf)?.organization.name ?? '');
  return (
    <li>
      <Icon of={CircleDashed} size={16} /> {says}
    </li>
  );
}

function Proposal({ goal, next, count, onClose }: Props & { next: number; count: number }) {
  const words = useWords();
  const said = words.signing.propose;
  const { seat } = usePartnership();
  const formId = useId();
  const toast = useToast();
  const saved = useSaved();
  const [id] = useState(() => v7() as RevisionId);
  const propose = usePropose(goal);
  const form = useForm({
    firstField: 'proposal-summary',
    send: async (values) => {
      await propose.mutateAsync({ id, summary: textOf(values, 'proposal-summary') });
      toast({ says: said.sent(next) });
      onClose();
    },
  });
  const { proposed, inForce } = goal.agreement;
  const refusal = proposeRefusal(seat, goal);
  const whyNot = refusal ? words.refusals[refusal] : saved.state === 'saved' ? undefined : said.saving;
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title(next)}
      note={said.note(count)}
      closeLabel={words.frame.close}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy} whyNot={whyNot}>
            {words.agreement.do.proposeTo(count)}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        {proposed && <p>{said.replaces(proposed.number)}</p>}
        {inForce && <p>{said.stays(inForce.number)}</p>}
        <TextField
          id="proposal-summary"
          name="proposal-summary"
          label={said.summary}
          hint={said.summaryHint}
          optional={words.frame.optional}
          maxLength={400}
          autoComplete="off"
        />
        {saved.state !== 'saved' && <p role="status">{said.saving}</p>}
      </form>
    </Dialog>
  );
}
