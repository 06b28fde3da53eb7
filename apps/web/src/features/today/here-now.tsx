import type { Goal, Meeting, Presence } from '@mufakat/domain';
import { useHere } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { spokenName } from '@/lib/spoken-name';
import { Section } from '@/ui/card';
import { PersonMark } from '@/ui/person-mark';
import { useWords } from '@/words/language-provider';
import styles from './here-now.module.css';

type Props = { goals: readonly Goal[]; meetings: readonly Meeting[] };

/** Who is here now, and where in the partnership they are. */
export function HereNow({ goals, meetings }: Props) {
  const words = useWords().today;
  const { id, seat, member, partner } = usePartnership();
  const others = useHere(id).filter(({ seatId }) => seatId !== seat.id);
  const where = ({ place }: Presence) => {
    const goal = goals.find((each) => each.id === place.subjectId);
    const meeting = meetings.find((each) => each.id === place.subjectId);
    if (goal) return words.inGoal(goal.title);
    return meeting ? words.inMeeting(meeting.title) : words.places[place.screen];
  };
  return (
    <Section title={words.here} count={others.length || undefined}>
      {others.length === 0 && <p className="muted small">{words.onlyYou}</p>}
      <ul className={styles.here}>
        {others.map((person) => {
          const known = member(person.seatId);
          return (
            <li key={person.seatId}>
              <PersonMark name={person.name} slot={person.slot} silent />
              <span>
                <b>{known ? spokenName(known) : person.name}</b>
                <span className="dim"> · {partner(person.partnerId)?.organization.name ?? person.letters}</span>
                <span className={styles.place}>{where(person)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
