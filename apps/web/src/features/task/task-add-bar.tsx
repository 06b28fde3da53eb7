import type { GoalId } from '@mufakat/domain';
import { taskCreateRefusal } from '@mufakat/domain/browser';
import { Plus } from 'lucide-react';
import type { FormEvent } from 'react';
import { today } from '@/lib/dates';
import { useKeptState } from '@/lib/kept';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { readQuickWords } from './quick-words';
import { useCreateTask } from './task.queries';
import styles from './task-add-bar.module.css';
import { newDraft, newTaskOf, type TaskDraft } from './task-draft';
import { DueField, GoalField, WhoFields } from './task-fields';
import type { Whose } from './task-groups';
import type { GoalName } from './task-marks';

/** The id of the line, so that a key can lead there. */
export const addLineId = 'tugas-baru';

type Props = {
  goals?: readonly GoalName[];
  /** On the page of a goal every new task is for that goal. */
  goalId?: GoalId;
  whose?: Whose;
  /** The rank behind the last task. */
  rank: () => string;
};

type Written = { line: string; chosen: Partial<TaskDraft> };
const blank: Written = { line: '', chosen: {} };

/** One line that makes a task; firm, person, day and goal appear as soon as something is written. */
export function TaskAddBar({ goals, goalId, whose = 'mine', rank }: Props) {
  const words = useWords();
  const { seat, directory, zone } = usePartnership();
  const { mutateAsync } = useCreateTask();
  const toast = useToast();
  const sentence = useSentence();
  const [{ line, chosen }, set, kept] = useKeptState<Written>(`new-line.${goalId ?? ''}`, () => blank);
  const said = readQuickWords(line, directory, today(zone));
  const draft = { ...newDraft(seat, goalId ? { goalId } : {}, whose), ...said, ...chosen };
  const refusal = taskCreateRefusal(seat, { isPrivate: false });
  const choose = (part: Partial<TaskDraft>) => set((held) => ({ ...held, chosen: { ...held.chosen, ...part } }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (refusal || !draft.title) return document.getElementById(addLineId)?.focus();
    mutateAsync(newTaskOf(draft, rank())).catch((error: unknown) => {
      toast({ says: sentence(error), tone: 'refused' });
      if (!kept.read()?.line) kept.write({ line, chosen });
      set((now) => (now.line ? now : { line, chosen }));
    });
    set(() => blank);
    document.getElementById(addLineId)?.focus();
  };

  return (
    <form className={`${styles.bar} no-print`} onSubmit={submit}>
      <div className={styles.line}>
        <Icon of={Plus} />
        <TextField
          id={addLineId}
          label={words.task.addLabel}
          hushed
          placeholder={words.task.addLabel}
          maxLength={200}
          autoComplete="off"
          enterKeyHint="done"
          value={line}
          readOnly={refusal !== null}
          onChange={(event) => set((held) => ({ ...held, line: event.target.value }))}
          className={styles.input}
        />
        <Button type="submit" kind="tonal" whyNot={refusal ? words.refusals[refusal] : undefined}>
          {words.task.add}
        </Button>
      </div>
      {line.trim() ? (
        <div className={styles.more}>
          <WhoFields value={draft} onChange={choose} />
          <DueField value={draft.dueOn} onChange={(dueOn) => choose({ dueOn })} />
          {goals && <GoalField goals={goals} value={draft.goalId} onChange={(goal) => choose({ goalId: goal })} />}
        </div>
      ) : (
        <p className={styles.hint}>{refusal ? words.refusals[refusal] : words.task.addHint}</p>
      )}
    </form>
  );
}
