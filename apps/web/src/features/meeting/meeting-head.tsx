import type { Meeting, MeetingState as State, Refusal } from '@mufakat/domain';
import { meetingChangeRefusal, meetingMoveRefusal } from '@mufakat/domain/browser';
import { Ban, Ellipsis, ExternalLink, MapPin, Pencil, Play, Printer, RotateCcw, Square, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dayOf, time, zoneName } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu, type MenuAction } from '@/ui/menu';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './meeting-head.module.css';
import { MeetingDialog } from './meeting-form';
import { MeetingState } from './meeting-list';
import { minutesBetween } from './meeting-times';
import type { MeetingDeeds } from './use-meeting-deeds';

type Props = { meeting: Meeting; deeds: MeetingDeeds };

/** Name, time and place of a meeting, and the one thing to do next with it. */
export function MeetingHead({ meeting, deeds }: Props) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <ScreenHead
        above={<MeetingState meeting={meeting} />}
        title={meeting.title}
        note={<When meeting={meeting} />}
        actions={<Actions meeting={meeting} deeds={deeds} onEdit={() => setEditing(true)} />}
      />
      <MeetingDialog open={editing} onClose={() => setEditing(false)} meeting={meeting} />
    </>
  );
}

function When({ meeting }: { meeting: Meeting }) {
  const { language, words } = useLanguage();
  const { zone, member } = usePartnership();
  const chair = member(meeting.chairId);
  const hours = `${time(meeting.startsAt, language, zone)}–${time(meeting.endsAt, language, zone)}`;
  return (
    <span className={styles.when}>
      <time dateTime={meeting.startsAt}>
        {dayOf(meeting.startsAt, language, zone, 'long')}, {hours} {zoneName(zone, language)}
      </time>
      {meeting.place && (
        <span className={styles.fact}>
          <Icon of={MapPin} size={14} /> {meeting.place}
        </span>
      )}
      {chair && <span>{words.meeting.chairedBy(chair.name)}</span>}
      {meeting.state === 'running' && <Elapsed meeting={meeting} />}
      {meeting.url && (
        <a className={styles.link} href={meeting.url} target="_blank" rel="noreferrer noopener">
          {words.meeting.join} <Icon of={ExternalLink} size={14} />
        </a>
      )}
    </span>
  );
}

/** How long the meeting has run by its plan; counted anew each half minute. */
function Elapsed({ meeting }: { meeting: Meeting }) {
  const words = useWords().meeting;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = minutesBetween(meeting.startsAt, new Date(now).toISOString());
  if (minutes < 0) return null;
  return (
    <span className={styles.fact}>
      <Icon of={Timer} size={14} /> {words.elapsed(minutes)}
    </span>
  );
}

/** The next step of each state, and the way back. */
const steps = {
  scheduled: { next: 'running', word: 'start', icon: Play },
  running: { next: 'ended', word: 'end', icon: Square },
  ended: { next: 'running', word: 'resume', icon: RotateCcw },
  cancelled: { next: 'scheduled', word: 'revive', icon: RotateCcw },
} as const;

function Actions({ meeting, deeds, onEdit }: Props & { onEdit: () => void }) {
  const words = useWords();
  const { seat } = usePartnership();
  const say = (code: Refusal | null) => (code ? words.refusals[code] : undefined);
  const whyNot = (state: State) => say(meetingMoveRefusal(seat, meeting, state));
  const { next, word, icon } = steps[meeting.state];
  const moves: MenuAction[] = [];
  if (meeting.state === 'scheduled')
    moves.push({
      label: words.meeting.cancel,
      icon: Ban,
      danger: true,
      onSelect: () => deeds.move(meeting, 'cancelled'),
      whyNot: whyNot('cancelled'),
    });
  if (meeting.state === 'running')
    moves.push({
      label: words.meeting.backToSchedule,
      icon: RotateCcw,
      onSelect: () => deeds.move(meeting, 'scheduled'),
      whyNot: whyNot('scheduled'),
    });
  const edit = {
    label: words.meeting.edit,
    icon: Pencil,
    onSelect: onEdit,
    whyNot: say(meetingChangeRefusal(seat, meeting)),
  };
  const print = { label: words.meeting.print, icon: Printer, onSelect: () => globalThis.print() };
  const isPrimary = meeting.state === 'scheduled' || meeting.state === 'running';
  return (
    <>
      <Button
        kind={isPrimary ? 'primary' : 'plain'}
        icon={icon}
        whyNot={whyNot(next)}
        onClick={() => deeds.move(meeting, next)}
      >
        {words.meeting[word]}
      </Button>
      <span className={styles.more}>
        <Menu groups={[[edit, print], ...(moves.length > 0 ? [moves] : [])]}>
          <IconButton icon={Ellipsis} label={words.meeting.more} />
        </Menu>
      </span>
    </>
  );
}
