import type { Benefit, DocumentId, Goal, GoalId } from '@mufakat/domain';
import { datesRefusal } from '@mufakat/domain/browser';
import { useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { lastRank } from '@/lib/rank';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { useLanguage } from '@/words/language-provider';
import styles from './board.module.css';
import { useCreateGoal } from './goal.queries';

type Props = { open: boolean; onClose: () => void; goals: readonly Goal[]; onMade: (goal: Goal) => void };

/** A goal begins with its title; the rest is filled in together. */
export function NewGoalDialog({ open, onClose, goals, onMade }: Props) {
  const { words } = useLanguage();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.goal.form.title}
      note={words.goal.form.note}
      closeLabel={words.frame.close}
      focusFirst={first}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={busy}>
            {words.goal.form.create}
          </Button>
        </>
      }
    >
      <Form id={form} first={first} goals={goals} onMade={onMade} onBusy={setBusy} />
    </Dialog>
  );
}

type FormProps = {
  id: string;
  first: React.RefObject<HTMLInputElement | null>;
  goals: readonly Goal[];
  onMade: (goal: Goal) => void;
  onBusy: (busy: boolean) => void;
};

function Form({ id, first, goals, onMade, onBusy }: FormProps) {
  const { words, language } = useLanguage();
  const said = words.goal.form;
  const partnership = usePartnership();
  const create = useCreateGoal();
  const [made] = useState(() => ({
    id: v7() as GoalId,
    documentId: v7() as DocumentId,
    rank: lastRank(goals.filter(({ state }) => state === 'draft')),
  }));
  const form = useForm({
    firstField: 'goal-title',
    check: (values) => faultsOf(values, said, words.refusals['goal.dates-reversed']),
    send: async (values) => {
      onBusy(true);
      try {
        onMade(
          await create.mutateAsync({
            ...made,
            partnershipId: partnership.id,
            title: textOf(values, 'goal-title'),
            benefit: (textOf(values, 'goal-benefit') || null) as Benefit | null,
            startsOn: textOf(values, 'goal-starts') || null,
            endsOn: textOf(values, 'goal-ends') || null,
            locale: language,
          }),
        );
      } finally {
        onBusy(false);
      }
    },
  });
  return (
    <form id={id} className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <TextField
        ref={first}
        id="goal-title"
        name="goal-title"
        label={said.name}
        hint={said.nameHint}
        error={form.faultOf('goal-title')}
        maxLength={200}
        autoComplete="off"
      />
      <ChoiceGroup legend={said.benefit}>
        <div className={styles.benefits}>
          {Object.entries(words.goal.benefits).map(([value, { name, says }]) => (
            <Radio key={value} name="goal-benefit" value={value} label={name} hint={says} />
          ))}
        </div>
      </ChoiceGroup>
      <div className={styles.pair}>
        <TextField
          id="goal-starts"
          name="goal-starts"
          type="date"
          label={said.startsOn}
          optional={words.frame.optional}
        />
        <TextField
          id="goal-ends"
          name="goal-ends"
          type="date"
          label={said.endsOn}
          optional={words.frame.optional}
          error={form.faultOf('goal-ends')}
        />
      </div>
    </form>
  );
}

type Said = { nameMissing: string; nameLong: string };

function faultsOf(values: FormData, said: Said, reversed: string): FormFault[] {
  const title = textOf(values, 'goal-title');
  const faults: FormFault[] = [];
  if (title === '') faults.push({ field: 'goal-title', says: said.nameMissing });
  if (title.length > 160) faults.push({ field: 'goal-title', says: said.nameLong });
  if (datesRefusal({ startsOn: textOf(values, 'goal-starts'), endsOn: textOf(values, 'goal-ends') }))
    faults.push({ field: 'goal-ends', says: reversed });
  return faults;
}
