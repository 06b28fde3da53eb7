import type { AgendaItem, Meeting } from '@mufakat/domain';
import { meetingChangeRefusal } from '@mufakat/domain/browser';
import { Plus } from 'lucide-react';
import { useId, useLayoutEffect, useState } from 'react';
import { usePartnership } from '@/lib/partnership';
import { byRank, lastRank } from '@/lib/rank';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { useLanguage, useWords } from '@/words/language-provider';
import { AgendaForm, AgendaDialog } from './agenda-form';
import { AgendaRow } from './agenda-row';
import styles from './agenda.module.css';
import { minutesBetween } from './meeting-times';
import type { MeetingDeeds } from './use-meeting-deeds';

type Props = { meeting: Meeting; deeds: MeetingDeeds };

const most = 40;

/** What is talked about, in which order, and for how long. */
export function Agenda({ meeting, deeds }: Props) {
  const words = useWords();
  const { seat } = usePartnership();
  const how = useId();
  const [editing, setEditing] = useState<AgendaItem | null>(null);
  const items = meeting.agenda.toSorted(byRank);
  const refusal = meetingChangeRefusal(seat, meeting);
  const whyNot = refusal ? words.refusals[refusal] : undefined;
  const place = useItemPlace(meeting, items, deeds);
  return (
    <Panel title={words.meeting.agenda} note={<Total meeting={meeting} />}>
      <p id={how} className="hushed">
        {words.meeting.item.how}
      </p>
      {items.length === 0 && (
        <div className={styles.none}>
          <h3>{words.meeting.agendaEmpty.title}</h3>
          <p>{words.meeting.agendaEmpty.says}</p>
        </div>
      )}
      <ol className={styles.items} aria-label={words.meeting.agenda}>
        {items.map((item, at) => (
          <AgendaRow
            key={item.id}
            item={item}
            at={at}
            of={items.length}
            how={how}
            whyNot={whyNot}
            onState={(state) => deeds.changeItem(meeting, item, { state })}
            onEdit={() => setEditing(item)}
            onPlace={(to) => place(item, to)}
            onRemove={() => deeds.removeItem(meeting, item)}
            onDropped={(id, to) => {
              const dropped = items.find((each) => each.id === id);
              if (dropped) place(dropped, to);
            }}
          />
        ))}
      </ol>
      <AddItem
        whyNot={whyNot ?? (items.length >= most ? words.meeting.agendaFull : undefined)}
        meetingId={meeting.id}
        onAdd={(item, onRefused) => deeds.addItem(meeting, { ...item, rank: lastRank(items) }, onRefused)}
      />
      <AgendaDialog
        meetingId={meeting.id}
        item={editing}
        onClose={() => setEditing(null)}
        onSave={(item, fields, onRefused) => deeds.changeItem(meeting, item, fields, onRefused)}
      />
    </Panel>
  );
}

/** Puts an item somewhere else, says so, and keeps the focus on it. */
function useItemPlace(meeting: Meeting, items: readonly AgendaItem[], deeds: MeetingDeeds) {
  const { item: words } = useLanguage().words.meeting;
  const announce = useAnnounce();
  const [moved, setMoved] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!moved) return;
    document.querySelector<HTMLElement>(`[data-agenda="${moved}"] [data-agenda-title]`)?.focus();
    setMoved(null);
  }, [moved, items]);
  return (item: AgendaItem, to: number) => {
    const at = Math.max(0, Math.min(items.length - 1, to));
    if (items[at]?.id === item.id) return;
    deeds.placeItem(meeting, item, at);
    announce(words.moved(item.title, at + 1, items.length));
    setMoved(item.id);
  };
}

/** The sum of the minutes, and whether it is more than the meeting has. */
function Total({ meeting }: { meeting: Meeting }) {
  const words = useLanguage().words.meeting;
  const total = meeting.agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  const over = total - minutesBetween(meeting.startsAt, meeting.endsAt);
  if (total === 0) return null;
  return (
    <span className={over > 0 ? styles.over : undefined}>
      {words.total(total)}
      {over > 0 && ` · ${words.overfull(over)}`}
    </span>
  );
}

type AddProps = { whyNot: string | undefined; meetingId: string; onAdd: Parameters<typeof AgendaForm>[0]['onSave'] };

function AddItem({ whyNot, meetingId, onAdd }: AddProps) {
  const words = useLanguage().words.meeting;
  const [open, setOpen] = useState(false);
  const isOpen = open && whyNot === undefined;
  return (
    <div className={`${styles.add} no-print`}>
      {isOpen ? (
        <AgendaForm
          label={words.newItem}
          save={words.item.add}
          meetingId={meetingId}
          onSave={onAdd}
          onClose={() => setOpen(false)}
        />
      ) : (
        <Button kind="quiet" icon={Plus} whyNot={whyNot} onClick={() => setOpen(true)}>
          {words.addItem}
        </Button>
      )}
    </div>
  );
}
