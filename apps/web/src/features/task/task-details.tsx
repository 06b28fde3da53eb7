import type { Task, TaskState } from '@mufakat/domain';
import { taskColumns } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayOf } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { TextArea, TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Segmented } from '@/ui/segmented';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './task-details.module.css';
import { DueField, GoalField, WhoFields } from './task-fields';
import { type GoalName, PrivateMark, TaskDue, TaskWho } from './task-marks';
import { useEdit } from './use-edit';
import { type TaskDeeds, useTaskRefusals } from './use-task-deeds';

type Props = {
  task: Task;
  goals: readonly GoalName[];
  deeds: TaskDeeds;
  onWait: (task: Task) => void;
  history?: ReactNode;
};

/** Everything of one task; each field saves itself. */
export function TaskDetails({ task, goals, deeds, onWait, history }: Props) {
  const words = useWords().task;
  const { seat } = usePartnership();
  const { change: whyNot } = useTaskRefusals(task);
  const held = whyNot !== undefined;
  return (
    <div className="stack">
      {whyNot && <Banner>{whyNot}</Banner>}
      <TitleField task={task} deeds={deeds} readOnly={held} />
      <div className={styles.facts}>
        <TaskWho task={task} />
        <TaskDue task={task} />
        <PrivateMark task={task} />
      </div>
      <StateField task={task} deeds={deeds} onWait={onWait} />
      {task.state === 'waiting' && (
        <button type="button" className={styles.waiting} disabled={held} onClick={() => onWait(task)}>
          {words.waitingFor(task.waitingFor)}
        </button>
      )}
      <div className={styles.pair}>
        <WhoFields
          value={task}
          disabled={held}
          onlyOurs={task.spaceId === seat.spaces.own}
          onChange={(who) => deeds.change(task, who)}
        />
        <DueField value={task.dueOn} disabled={held} onChange={(dueOn) => deeds.change(task, { dueOn })} />
        <GoalField
          goals={goals}
          value={task.goalId}
          disabled={held}
          onChange={(goalId) => deeds.change(task, { goalId })}
        />
      </div>
      <NoteField task={task} deeds={deeds} readOnly={held} />
      <Origin task={task} />
      <AskedBy task={task} />
      {history && (
        <section className="stack">
          <h3>{words.history}</h3>
          {history}
        </section>
      )}
    </div>
  );
}

type FieldProps = { task: Task; deeds: TaskDeeds; readOnly: boolean };

function TitleField({ task, deeds, readOnly }: FieldProps) {
  const words = useWords().task;
  const edit = useEdit({ place: `task.${task.id}.title`, value: task.title, isRequired: true }, (title, told) =>
    deeds.change(task, { title }, told),
  );
  return (
    <div className="stack">
      <TextField
        label={words.name}
        value={edit.draft}
        maxLength={200}
        readOnly={readOnly}
        className={styles.title}
        onChange={(event) => edit.type(event.target.value)}
        onBlur={edit.leave}
        onKeyDown={(event) => event.key === 'Enter' && edit.leave()}
      />
      {edit.conflict && <Conflict says={words.changedMeanwhile(task.title)} edit={edit} />}
    </div>
  );
}

function NoteField({ task, deeds, readOnly }: FieldProps) {
  const words = useWords().task;
  const edit = useEdit({ place: `task.${task.id}.note`, value: task.note, isRequired: false }, (note, told) =>
    deeds.change(task, { note }, told),
  );
  return (
    <div className="stack">
      <TextArea
        label={words.note}
        hint={readOnly ? undefined : words.noteHint}
        value={edit.draft}
        maxLength={2000}
        rows={4}
        readOnly={readOnly}
        onChange={(event) => edit.type(event.target.value)}
        onBlur={edit.leave}
      />
      {edit.conflict && <Conflict says={words.changedNote} edit={edit} />}
    </div>
  );
}

function Conflict({ says, edit }: { says: string; edit: ReturnType<typeof useEdit> }) {
  const words = useWords().task;
  return (
    <div className={styles.conflict} role="alert">
      <span>{says}</span>
      <span className="row">
        <Button small onClick={edit.keepMine}>
          {words.keepMine}
        </Button>
        <Button small onClick={edit.takeTheirs}>
          {words.takeTheirs}
        </Button>
      </span>
    </div>
  );
}

type StateProps = { task: Task; deeds: TaskDeeds; onWait: (task: Task) => void };

function StateField({ task, deeds, onWait }: StateProps) {
  const words = useWords().task;
  const toast = useToast();
  const refusals = useTaskRefusals(task);
  const choose = (state: TaskState) => {
    const whyNot = refusals.move(state);
    if (whyNot) toast({ says: whyNot, tone: 'refused' });
    else if (state === 'waiting') onWait(task);
    else if (state === 'done') deeds.complete(task);
    else deeds.move(task, { state });
  };
  return (
    <Segmented
      label={words.state}
      segments={taskColumns.map((value) => ({ value, label: words.states[value] }))}
      value={task.state}
      onChange={(state) => choose(state as TaskState)}
    />
  );
}

/** The way back to the line of the notes it was made from. */
function Origin({ task }: { task: Task }) {
  const words = useWords().task;
  if (!task.origin) return null;
  return (
    <section className={styles.origin}>
      <span className="dim small">{words.fromMeeting}</span>
      <blockquote>{task.origin.quote}</blockquote>
      <Link
        to="/k/$partnershipId/rapat/$meetingId"
        params={{ partnershipId: task.partnershipId, meetingId: task.origin.meetingId }}
        search={{ baris: task.id } as never}
      >
        {words.toLine} <Icon of={ExternalLink} size={14} />
      </Link>
    </section>
  );
}

function AskedBy({ task }: { task: Task }) {
  const { language, words } = useLanguage();
  const { member, partner, zone } = usePartnership();
  const name = member(task.requestedBy)?.name;
  const firm = partner(task.requestedByPartnerId)?.organization.name;
  if (!name) return null;
  return (
    <p className="dim small">
      {words.task.askedBy(firm ? `${name}, ${firm}` : name)} · {dayOf(task.createdAt, language, zone)}
    </p>
  );
}
