import type { GoalId, PartnerId, SeatId } from '@mufakat/domain';
import { usePartnership } from '@/lib/partnership';
import { Select, TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import type { TaskDraft } from './task-draft';
import type { GoalName } from './task-marks';

type Who = Pick<TaskDraft, 'partnerId' | 'assigneeId'>;
type WhoProps = { value: Who; onChange: (who: Who) => void; onlyOurs?: boolean; hushed?: boolean; disabled?: boolean };

/** The firm, then the person of that firm; choosing a firm narrows the people. */
export function WhoFields({ value, onChange, onlyOurs = false, hushed = false, disabled = false }: WhoProps) {
  const words = useWords().task;
  const { directory, seat } = usePartnership();
  const firms = directory.partners.filter(
    ({ id, leftAt }) => (!leftAt && (!onlyOurs || id === seat.partnerId)) || id === value.partnerId,
  );
  const people = directory.members.filter(
    ({ partnerId, endedAt, seatId }) => partnerId === value.partnerId && (!endedAt || seatId === value.assigneeId),
  );
  const chooseFirm = (partnerId: string) =>
    onChange({ partnerId: (partnerId || null) as PartnerId | null, assigneeId: null });
  const choosePerson = (id: string) => onChange({ ...value, assigneeId: (id || null) as SeatId | null });
  return (
    <>
      <Select
        label={words.firm}
        hushed={hushed}
        disabled={disabled}
        value={value.partnerId ?? ''}
        onChange={(event) => chooseFirm(event.target.value)}
      >
        <option value="">{words.noFirm}</option>
        {firms.map(({ id, organization }) => (
          <option key={id} value={id}>
            {organization.name}
          </option>
        ))}
      </Select>
      <Select
        label={words.person}
        hushed={hushed}
        disabled={disabled || value.partnerId === null}
        value={value.assigneeId ?? ''}
        onChange={(event) => choosePerson(event.target.value)}
      >
        <option value="">{words.noPerson}</option>
        {people.map(({ seatId, name }) => (
          <option key={seatId} value={seatId}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}

type DueProps = { value: string | null; onChange: (day: string | null) => void; hushed?: boolean; disabled?: boolean };

export function DueField({ value, onChange, hushed = false, disabled = false }: DueProps) {
  const words = useWords().task;
  return (
    <TextField
      type="date"
      label={words.due}
      hushed={hushed}
      disabled={disabled}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

type GoalProps = {
  value: GoalId | null;
  onChange: (goal: GoalId | null) => void;
  goals: readonly GoalName[];
  hushed?: boolean;
  disabled?: boolean;
};

export function GoalField({ value, onChange, goals, hushed = false, disabled = false }: GoalProps) {
  const words = useWords().task;
  const isUnknown = value !== null && !goals.some(({ id }) => id === value);
  return (
    <Select
      label={words.goal}
      hushed={hushed}
      disabled={disabled}
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value || null) as GoalId | null)}
    >
      <option value="">{words.noGoal}</option>
      {isUnknown && <option value={value}>{words.unknownGoal}</option>}
      {goals.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}
