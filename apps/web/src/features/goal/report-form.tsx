import type { Goal, Target } from '@mufakat/domain';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { decimalFrom, typedFrom } from '@/lib/decimals';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { useAnnounce } from '@/ui/announcer';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useReportTarget } from './goal.queries';
import styles from './goal-page.module.css';
import { withUnit } from './measure';

/** The newest value of a target, written where it stands. */
export function ReportForm({ goal, target, onDone }: { goal: Goal; target: Target; onDone: () => void }) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const sentence = useSentence();
  const announce = useAnnounce();
  const { mutateAsync, isPending } = useReportTarget(goal);
  const [typed, setTyped] = useState(typedFrom(target.current, language));
  const [fault, setFault] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const current = decimalFrom(typed, language);
    if (current === null) return setFault(typed.trim() ? said.numberWrong : said.numberMissing);
    try {
      await mutateAsync({ id: target.id, current });
      announce(said.reported(target.label, withUnit(current, target.unit, language)));
      onDone();
    } catch (error) {
      setFault(sentence(error));
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form className={styles.report} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={said.reportOf(target.label)}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={typed}
        error={fault || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={press}
      />
      <Button kind="tonal" type="submit" small busy={isPending}>
        {words.frame.save}
      </Button>
      <Button kind="quiet" small onClick={onDone}>
        {words.frame.cancel}
      </Button>
    </form>
  );
}
