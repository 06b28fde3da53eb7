import type { Benefit, StarterDuty } from '@mufakat/domain';
import { type ReactNode, useState } from 'react';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Checkbox, Switch } from '@/ui/choice';
import { Select, TextArea, TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { blankDuty, type GoalChoice } from './charter-draft';
import { ListEditor } from './list-editor';
import styles from './goal-choices.module.css';

const benefits = ['resources', 'knowledge', 'market', 'innovation', 'competitiveness'] as const satisfies Benefit[];
const rhythms = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;

type Props = {
  goals: readonly GoalChoice[];
  onChange: (goals: GoalChoice[]) => void;
  /** Only a full partner takes duties. */
  isFull: boolean;
  faultOf: (field: string) => ReactNode;
};

/** The goals a type begins with: each is used or not, and can be written anew before it is. */
export function GoalChoices({ goals, onChange, isFull, faultOf }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const say = useWords().charter.goals;
  return (
    <>
      {goals.map((goal, at) => (
        <Card key={goal.id} className={styles.goal}>
          <GoalSummary
            {...{ goal, isFull }}
            isOpen={open === goal.id || isFaulty(at, faultOf)}
            onUse={(isUsed) => onChange(goals.with(at, { ...goal, isUsed }))}
            onOpen={(isOpen) => setOpen(isOpen ? goal.id : null)}
          />
          {goal.isUsed && (open === goal.id || isFaulty(at, faultOf)) && (
            <GoalFields
              {...{ goal, at, isFull, faultOf }}
              onChange={(part) => onChange(goals.with(at, { ...goal, ...part }))}
            />
          )}
        </Card>
      ))}
      <p className="small muted">{say.untaken}</p>
    </>
  );
}

/** The fields of a goal in which something can be missing. */
export const faultFields = ['title', 'label', 'baseline', 'target', 'duties'] as const;
export const goalField = (at: number, field: (typeof faultFields)[number]) => `goal-${at}-${field}`;
const isFaulty = (at: number, faultOf: Props['faultOf']) =>
  faultFields.some((field) => Boolean(faultOf(goalField(at, field))));

type SummaryProps = {
  goal: GoalChoice;
  isFull: boolean;
  isOpen: boolean;
  onUse: (isUsed: boolean) => void;
  onOpen: (isOpen: boolean) => void;
};

function GoalSummary({ goal, isFull, isOpen, onUse, onOpen }: SummaryProps) {
  const { goals: say, benefits: names } = useWords().charter;
  const { title, benefit, target, duties, isUsed } = goal;
  const unit = target.unit === '%' ? '%' : ` ${target.unit}`;
  return (
    <div className={styles.head}>
      <Switch
        aria-label={say.use(title)}
        label={<b>{title}</b>}
        hint={
          <>
            {names[benefit]} · {say.measure(target.label, target.baseline, `${target.target}${unit}`)}
            <br />
            {say.counted(duties.length, isFull ? duties.filter(({ isOurs }) => isOurs).length : 0)}
          </>
        }
        checked={isUsed}
        onChange={(event) => onUse(event.target.checked)}
      />
      {isUsed && (
        <Button
          small
          aria-expanded={isOpen}
          aria-label={isOpen ? say.done(title) : say.edit(title)}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? say.close : say.change}
        </Button>
      )}
    </div>
  );
}

type FieldsProps = Pick<Props, 'isFull' | 'faultOf'> & {
  goal: GoalChoice;
  at: number;
  onChange: (part: Partial<GoalChoice>) => void;
};

function GoalFields({ goal, at, isFull, onChange, faultOf }: FieldsProps) {
  const { goals: say, benefits: names } = useWords().charter;
  const id = (field: (typeof faultFields)[number]) => {
    const name = goalField(at, field);
    return { id: name, error: faultOf(name) };
  };
  return (
    <div className={styles.fields}>
      <TextField
        {...id('title')}
        label={say.goal}
        maxLength={160}
        value={goal.title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <Select
        label={say.benefit}
        value={goal.benefit}
        onChange={({ target }) => onChange({ benefit: target.value as Benefit })}
      >
        {benefits.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </Select>
      <TextArea
        label={say.why}
        maxLength={600}
        value={goal.why}
        onChange={({ target }) => onChange({ why: target.value })}
      />
      <Measure {...{ goal, id }} onChange={(part) => onChange({ target: { ...goal.target, ...part } })} />
      <Duties {...id('duties')} duties={goal.duties} isFull={isFull} onChange={(duties) => onChange({ duties })} />
      <TextArea
        label={say.limits}
        maxLength={600}
        value={goal.limits}
        onChange={({ target }) => onChange({ limits: target.value })}
      />
    </div>
  );
}

type MeasureProps = {
  goal: GoalChoice;
  id: (field: (typeof faultFields)[number]) => { id: string; error: ReactNode };
  onChange: (part: Partial<GoalChoice['target']>) => void;
};

function Measure({ goal: { target }, id, onChange }: MeasureProps) {
  const say = useWords().charter.goals;
  const number = (field: 'baseline' | 'target') => (
    <TextField
      {...id(field)}
      label={say[field]}
      inputMode="decimal"
      autoComplete="off"
      value={target[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <TextField
        {...id('label')}
        label={say.label}
        maxLength={120}
        value={target.label}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      <div className={styles.numbers}>
        {number('baseline')}
        {number('target')}
        <TextField
          label={say.unit}
          maxLength={24}
          value={target.unit}
          onChange={(event) => onChange({ unit: event.target.value })}
        />
      </div>
    </>
  );
}

type DutiesProps = {
  id: string;
  error: ReactNode;
  duties: readonly StarterDuty[];
  isFull: boolean;
  onChange: (duties: StarterDuty[]) => void;
};

function Duties({ id, error, duties, isFull, onChange }: DutiesProps) {
  const say = useWords().charter.goals;
  return (
    <ListEditor
      {...{ id, error }}
      legend={say.duties}
      items={duties}
      onChange={onChange}
      blank={blankDuty}
      one={say.duty}
      add={say.addDuty}
      most={8}
    >
      {({ who, text, every, isOurs }, change) => (
        <>
          <TextField
            label={say.who}
            maxLength={80}
            value={who}
            onChange={({ target }) => change({ who: target.value })}
          />
          <Select
            label={say.every}
            value={every ?? ''}
            onChange={({ target }) => change({ every: rhythms.find((each) => each === target.value) ?? null })}
          >
            <option value="">{say.rhythms.once}</option>
            {rhythms.map((each) => (
              <option key={each} value={each}>
                {say.rhythms[each]}
              </option>
            ))}
          </Select>
          <TextArea
            label={say.duty}
            rows={2}
            maxLength={400}
            value={text}
            onChange={({ target }) => change({ text: target.value })}
          />
          {isFull && (
            <Checkbox
              label={say.isOurs}
              checked={isOurs}
              onChange={({ target }) => change({ isOurs: target.checked })}
            />
          )}
        </>
      )}
    </ListEditor>
  );
}
