import type { Meeting } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { classes } from '@/lib/classes';
import { ago, time, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { buttonLook } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './meeting-rows.module.css';

/** The meetings of today and tomorrow, by the clock of the partnership. */
export function MeetingRows({ meetings }: { meetings: readonly Meeting[] }) {
  const words = useWords().today;
  const { id: partnershipId } = usePartnership();
  return (
    <Section
      title={words.meetings}
      action={
        <Link to="/k/$partnershipId/rapat" params={{ partnershipId }}>
          {words.allMeetings}
        </Link>
      }
    >
      {meetings.length === 0 ? (
        <p className="muted small">{words.noMeetings}</p>
      ) : (
        <Card>
          <ol>
            {meetings.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} />
            ))}
          </ol>
        </Card>
      )}
    </Section>
  );
}

function MeetingRow({ meeting }: { meeting: Meeting }) {
  const { language, words } = useLanguage();
  const { id: partnershipId, zone } = usePartnership();
  const says = words.today;
  const isToday = today(zone, new Date(meeting.startsAt)) === today(zone);
  const clock = time(meeting.startsAt, language, zone);
  const runs = meeting.state === 'running';
  const state = {
    running: says.running,
    ended: says.ended,
    cancelled: says.cancelled,
    scheduled:
      isToday && Date.parse(meeting.startsAt) > Date.now() ? says.startsIn(ago(meeting.startsAt, language)) : '',
  }[meeting.state];
  const place = meeting.place || (meeting.url ? says.online : '');
  const note = [state, says.agendaCount(meeting.agenda.length), place].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      <time className={styles.when} dateTime={meeting.startsAt}>
        {!isToday && <span>{says.tomorrow}</span>} {clock}
      </time>
      <span className={classes(styles.thread, (runs || isToday) && styles.near)} aria-hidden="true" />
      <div>
        <h3 className={styles.title}>{meeting.title}</h3>
        <div className={styles.note}>{note}</div>
      </div>
      <Link
        to="/k/$partnershipId/rapat/$meetingId"
        params={{ partnershipId, meetingId: meeting.id }}
        className={buttonLook({ small: true })}
      >
        {runs ? says.enter : says.openAgenda}
        <span className="hushed"> {meeting.title}</span>
      </Link>
    </li>
  );
}
