import type { Goal } from '@mufakat/domain';
import { archiveRefusal, goalChangeRefusal } from '@mufakat/domain/browser';
import { Archive, Ellipsis, Pencil, Printer, RotateCcw } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { isRefused } from '@/lib/api';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { TextArea } from '@/ui/field';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import type { Words } from '@/words/id';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useChangeGoal } from './goal.queries';
import { GoalFacts } from './goal-facts';
import styles from './goal-page.module.css';
import { paceTones, standingOf } from './measure';
import { useArchive, useRestore } from './use-archive';

/** State, title, who, when: what the goal is at a glance, each part changed where it stands. */
export function GoalHead({ goal }: { goal: Goal }) {
  const words = useWords();
  const said = words.goal;
  const { seat, zone } = usePartnership();
  const archive = useArchive();
  const restore = useRestore();
  const { pace } = standingOf(goal, zone);
  const refusal = archiveRefusal(seat, goal);
  const why = refusal === null ? undefined : words.refusals[refusal];
  const keep = goal.archivedAt
    ? { label: said.restore, icon: RotateCcw, onSelect: () => restore(goal) }
    : { label: said.archive, icon: Archive, onSelect: () => archive(goal), whyNot: why };
  return (
    <header className={styles.head}>
      <div className={styles.chips}>
        <Chip tone={goal.state === 'draft' ? 'plain' : 'nila'}>{said.states[goal.state]}</Chip>
        {pace && <Chip tone={paceTones[pace]}>{said.paces[pace]}</Chip>}
        {goal.lastCheckIn && goal.state === 'running' && goal.lastCheckIn.status !== pace && (
          <Chip tone={paceTones[goal.lastCheckIn.status]}>
            {said.page.byChampion(said.paces[goal.lastCheckIn.status])}
          </Chip>
        )}
        {goal.agreement.isChanged && (
          <Chip tone="risk" icon={RotateCcw}>
            {words.agreement.chip.changed}
          </Chip>
        )}
        {goal.archivedAt && <Chip tone="risk">{said.isArchived}</Chip>}
        <span className="num dim small">
          {[said.number(goal.number), versionsOf(goal, words)].filter(Boolean).join(' · ')}
        </span>
        <span className="push no-print">
          <Menu groups={[[{ label: said.page.print, icon: Printer, onSelect: () => window.print() }, keep]]}>
            <IconButton icon={Ellipsis} label={said.page.more} />
          </Menu>
        </span>
      </div>
      <GoalTitle goal={goal} />
      <GoalFacts goal={goal} />
    </header>
  );
}

/** Which versions there are to speak of: "Versi 4 diajukan · berlaku: versi 3". */
function versionsOf({ agreement: { proposed, inForce } }: Goal, words: Words): string {
  const said = words.agreement.versions;
  if (proposed && inForce) return said.both(proposed.number, inForce.number);
  if (proposed) return said.proposed(proposed.number);
  return inForce ? said.inForce(inForce.number) : '';
}

function GoalTitle({ goal }: { goal: Goal }) {
  const { words } = useLanguage();
  const { seat } = usePartnership();
  const [edits, setEdits] = useState(false);
  const canWrite = goalChangeRefusal(seat, goal) === null;
  if (edits) return <TitleForm goal={goal} onDone={() => setEdits(false)} />;
  return (
    <div className={styles.title}>
      <h1 tabIndex={-1}>{goal.title}</h1>
      {canWrite && (
        <span className="no-print">
          <IconButton icon={Pencil} label={words.goal.page.editTitle} onClick={() => setEdits(true)} />
        </span>
      )}
    </div>
  );
}

/** The title while somebody changes it. When it was changed meanwhile, what was typed stays and the person decides. */
function TitleForm({ goal, onDone }: { goal: Goal; onDone: () => void }) {
  const { words } = useLanguage();
  const said = words.goal;
  const sentence = useSentence();
  const { mutateAsync } = useChangeGoal(goal);
  const [base, setBase] = useState(goal.title);
  const [typed, setTyped] = useState(goal.title);
  const [fault, setFault] = useState('');
  const save = async () => {
    const title = typed.trim();
    if (title === '') return setFault(said.form.nameMissing);
    if (title.length > 160) return setFault(said.form.nameLong);
    if (title === goal.title) return onDone();
    if (goal.title !== base) {
      setBase(goal.title);
      return setFault(`${said.page.changedMeanwhile} “${goal.title}”`);
    }
    try {
      await mutateAsync({ title });
      onDone();
    } catch (error) {
      setFault(isRefused(error, 'version.stale') ? said.page.changedMeanwhile : sentence(error));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form className={styles.titleForm} onSubmit={submit} noValidate>
      <TextArea
        label={said.page.titleLabel}
        hushed
        rows={2}
        autoFocus
        className={styles.titleField}
        value={typed}
        error={fault || undefined}
        onChange={(event) => setTyped(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={press}
      />
      <div className="row">
        <Button kind="primary" small type="submit">
          {words.frame.save}
        </Button>
        <Button kind="quiet" small onClick={onDone}>
          {words.frame.cancel}
        </Button>
      </div>
    </form>
  );
}
