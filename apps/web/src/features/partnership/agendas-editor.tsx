import type { CharterFields } from '@mufakat/domain';
import type { ReactNode } from 'react';
import { TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { ListEditor } from './list-editor';
import type { WaysProps } from './ways-editors';

const occasions = ['founding', 'regular', 'review'] as const;

/** The agendas of the three kinds of meeting, item by item; one that is not written yet can be begun. */
export function AgendasEditor({ ways, onChange, faultOf }: WaysProps) {
  const { agendas: say } = useWords().charter;
  const missing = occasions.filter((each) => !ways.agendas.some(({ occasion }) => occasion === each));
  const all = [
    ...ways.agendas,
    ...missing.map((occasion) => ({ occasion, title: say.occasions[occasion], points: [] })),
  ];
  const put = (at: number, part: Partial<CharterFields['agendas'][number]>) =>
    onChange({ agendas: all.with(at, { ...all[at], ...part } as CharterFields['agendas'][number]) });
  return all.map((agenda, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- Two meetings may be of one kind.
    <div className="stack" key={at}>
      <TextField
        label={say.meeting}
        maxLength={160}
        value={agenda.title}
        onChange={({ target }) => put(at, { title: target.value })}
      />
      <Points
        {...{ agenda, id: at === 0 ? 'agendas' : undefined, error: at === 0 ? faultOf('agendas') : undefined }}
        onChange={(points) => put(at, { points })}
      />
    </div>
  ));
}

type Agenda = CharterFields['agendas'][number];
type PointsProps = {
  agenda: Agenda;
  id: string | undefined;
  error: ReactNode;
  onChange: (points: Agenda['points']) => void;
};

function Points({ agenda, id, error, onChange }: PointsProps) {
  const { agendas: say } = useWords().charter;
  return (
    <ListEditor
      {...(id && { id })}
      error={error}
      legend={agenda.title}
      hushed
      items={agenda.points}
      onChange={onChange}
      blank={() => ({ title: '', kind: 'discussion' as const, minutes: 15 })}
      one={say.point}
      add={say.add}
      most={20}
      isLine
    >
      {(point, change) => (
        <>
          <TextField
            label={say.point}
            maxLength={160}
            value={point.title}
            onChange={({ target }) => change({ title: target.value })}
          />
          <TextField
            label={say.minutes}
            inputMode="numeric"
            maxLength={3}
            value={point.minutes || ''}
            onChange={({ target }) => change({ minutes: Number(target.value.replace(/\D/g, '')) })}
          />
        </>
      )}
    </ListEditor>
  );
}
