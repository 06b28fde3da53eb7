import type { Meeting } from '@mufakat/domain';
import { presentPartners } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { CircleDot, ListOrdered, MapPin, Users } from 'lucide-react';
import { dayOf, time, zoneName } from '@/lib/dates';
import { classes } from '@/lib/classes';
import { usePartnership } from '@/lib/partnership';
import { Card, Section } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './meeting-list.module.css';
import { byStart, isAhead } from './meeting-times';

/** The meetings: what runs now, what comes, what is over, the last one first. */
export function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  const words = useWords().meeting;
  const running = meetings.filter(({ state }) => state === 'running');
  const ahead = meetings.filter((meeting) => isAhead(meeting));
  const past = meetings.filter((meeting) => meeting.state !== 'running' && !isAhead(meeting));
  return (
    <div className={styles.list}>
      <Part title={words.running} meetings={running.toSorted(byStart)} />
      <Part title={words.upcoming} meetings={ahead.toSorted(byStart)} />
      <Part title={words.past} meetings={past.toSorted(byStart).toReversed()} isPast />
    </div>
  );
}

type PartProps = { title: string; meetings: readonly Meeting[]; isPast?: boolean };

function Part({ title, meetings, isPast = false }: PartProps) {
  if (meetings.length === 0) return null;
  return (
    <Section title={title} count={meetings.length}>
      <Card>
        <ul className={classes(isPast && styles.past)}>
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function MeetingRow({ meeting }: { meeting: Meeting }) {
  const { language, words } = useLanguage();
  const { zone, directory, partnerOf } = usePartnership();
  const present = presentPartners(meeting, (seatId) => partnerOf(seatId)?.id).size;
  const firms = directory.partners.filter(({ leftAt }) => !leftAt).length;
  return (
    <li className={styles.row}>
      <time className={styles.time} dateTime={meeting.startsAt}>
        <b>{dayOf(meeting.startsAt, language, zone, 'weekday')}</b>
        <span>
          {time(meeting.startsAt, language, zone)}–{time(meeting.endsAt, language, zone)} {zoneName(zone, language)}
        </span>
      </time>
      <div className={styles.words}>
        <Link
          className={styles.title ?? ''}
          to="/k/$partnershipId/rapat/$meetingId"
          params={{ partnershipId: meeting.partnershipId, meetingId: meeting.id }}
        >
          {meeting.title}
        </Link>
        <div className={styles.facts}>
          {meeting.place && <Fact of={MapPin} says={meeting.place} />}
          <Fact
            of={ListOrdered}
            says={meeting.agenda.length > 0 ? words.meeting.count(meeting.agenda.length) : words.meeting.noAgenda}
          />
          {present > 0 && <Fact of={Users} says={words.meeting.firmsPresent(present, firms)} />}
        </div>
      </div>
      {(meeting.state === 'running' || meeting.state === 'cancelled') && <MeetingState meeting={meeting} />}
    </li>
  );
}

/** The state of a meeting in a pill. */
export function MeetingState({ meeting }: { meeting: Pick<Meeting, 'state'> }) {
  const { states } = useWords().meeting;
  const tone = ({ scheduled: 'plain', running: 'nila', ended: 'ok', cancelled: 'plain' } as const)[meeting.state];
  const drawing = meeting.state === 'running' ? { icon: CircleDot } : {};
  return (
    <Chip tone={tone} {...drawing}>
      {states[meeting.state]}
    </Chip>
  );
}

function Fact({ of, says }: { of: typeof MapPin; says: string }) {
  return (
    <span className={styles.fact}>
      <Icon of={of} size={14} />
      <span>{says}</span>
    </span>
  );
}
