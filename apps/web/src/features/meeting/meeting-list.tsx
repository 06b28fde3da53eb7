import type { Meeting } from '@mufakat/domain';
import { presentPartners } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { CircleDot, ListOrdered, MapPin, Users } from 'lucide-react';
import { day as dayWords, time, zoneName } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Card, Section } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './meeting-list.module.css';
import { byDay, isAhead } from './meeting-times';

/** The meetings by day: what runs now, what comes, what is over. */
export function MeetingList({ meetings }: { meetings: readonly Meeting[] }) {
  const words = useWords().meeting;
  const running = meetings.filter(({ state }) => state === 'running');
  const ahead = meetings.filter((meeting) => isAhead(meeting));
  const past = meetings.filter((meeting) => meeting.state !== 'running' && !isAhead(meeting));
  return (
    <div className={styles.list}>
      <Part title={words.running} meetings={running} />
      <Part title={words.upcoming} meetings={ahead} />
      <Part title={words.past} meetings={past} backwards />
    </div>
  );
}

type PartProps = { title: string; meetings: readonly Meeting[]; backwards?: boolean };

function Part({ title, meetings, backwards = false }: PartProps) {
  const { language } = useLanguage();
  const { zone } = usePartnership();
  if (meetings.length === 0) return null;
  return (
    <Section title={title} count={meetings.length}>
      <div className={styles.days}>
        {byDay(meetings, zone, backwards).map(({ day, meetings: ofDay }) => (
          <Card key={day}>
            <h3 className={styles.day}>{dayWords(day, language, 'long')}</h3>
            <ul>
              {ofDay.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} />
              ))}
            </ul>
          </Card>
        ))}
      </div>
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
      <div className={styles.time}>
        <time dateTime={meeting.startsAt}>
          {time(meeting.startsAt, language, zone)}–{time(meeting.endsAt, language, zone)}
        </time>
        <span className={styles.zone}>{zoneName(zone, language)}</span>
      </div>
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
      {meeting.state !== 'scheduled' && (
        <div className={styles.state}>
          <MeetingState meeting={meeting} />
        </div>
      )}
    </li>
  );
}

/** The state of a meeting in a pill; scheduled ones need no word in a list of what comes. */
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
