import type { Meeting, Member, Partner } from '@mufakat/domain';
import { meetingChangeRefusal, presentPartners } from '@mufakat/domain/browser';
import { classes } from '@/lib/classes';
import { usePartnership } from '@/lib/partnership';
import { Panel } from '@/ui/card';
import { OrganizationMark } from '@/ui/organization-mark';
import { useWords } from '@/words/language-provider';
import styles from './attendance-panel.module.css';
import type { MeetingDeeds } from './use-meeting-deeds';

type Status = Meeting['attendance'][number]['status'];
const statuses = ['present', 'excused', 'absent'] as const satisfies readonly Status[];

type Props = { meeting: Meeting; deeds: MeetingDeeds };

/** Who is here: per firm its people, one tap each. A firm is here when one of its people is. */
export function AttendancePanel({ meeting, deeds }: Props) {
  const words = useWords();
  const { directory, seat, partnerOf } = usePartnership();
  const refusal = meetingChangeRefusal(seat, meeting);
  const whyNot = refusal ? words.refusals[refusal] : undefined;
  const present = presentPartners(meeting, (seatId) => partnerOf(seatId)?.id);
  const firms = directory.partners
    .map((partner) => ({ partner, people: peopleOf(partner, directory.members, meeting) }))
    .filter(({ partner, people }) => !partner.leftAt || people.length > 0);
  const people = meeting.attendance.filter(({ status }) => status === 'present').length;
  const note = `${words.meeting.firmsPresent(present.size, firms.length)} · ${words.meeting.peoplePresent(people)}`;
  return (
    <Panel title={words.meeting.attendance} note={<span aria-live="polite">{note}</span>}>
      {whyNot && <p className={`${styles.why} muted small no-print`}>{whyNot}</p>}
      <ul className={classes(styles.firms, whyNot !== undefined && styles.settled)}>
        {firms.map(({ partner, people: ofFirm }) => (
          <Firm
            key={partner.id}
            partner={partner}
            people={ofFirm}
            isPresent={present.has(partner.id)}
            meeting={meeting}
            isHeld={whyNot !== undefined}
            deeds={deeds}
          />
        ))}
      </ul>
    </Panel>
  );
}

/** Those who sit for a firm now, and those who were there and have left since. */
function peopleOf(partner: Partner, members: readonly Member[], meeting: Meeting): Member[] {
  const noted = new Set(meeting.attendance.map(({ seatId }) => seatId));
  return members.filter(
    ({ partnerId, endedAt, seatId }) => partnerId === partner.id && (endedAt === null || noted.has(seatId)),
  );
}

type FirmProps = Props & { partner: Partner; people: readonly Member[]; isPresent: boolean; isHeld: boolean };

function Firm({ partner, people, isPresent, meeting, isHeld, deeds }: FirmProps) {
  const words = useWords().meeting;
  const { name, letters } = partner.organization;
  return (
    <li className={styles.firm} data-present={isPresent}>
      <div className={styles.head}>
        <OrganizationMark name={name} letters={letters} slot={partner.slot} size="small" silent />
        <b>{name}</b>
        {isPresent && !isHeld && <span className={styles.here}>{words.statuses.present}</span>}
      </div>
      <ul>
        {people.map((member) => {
          const held = meeting.attendance.find(({ seatId }) => seatId === member.seatId)?.status ?? null;
          const press = (status: Status) => deeds.attend(meeting, member.seatId, status === held ? null : status);
          return <Person key={member.seatId} name={member.name} held={held} isHeld={isHeld} onPress={press} />;
        })}
      </ul>
    </li>
  );
}

type PersonProps = { name: string; held: Status | null; isHeld: boolean; onPress: (status: Status) => void };

/** Pressing what is pressed takes it back; once the meeting is over, the answer is told and not asked. */
function Person({ name, held, isHeld, onPress }: PersonProps) {
  const words = useWords().meeting;
  return (
    <li className={styles.person}>
      <span className={styles.name}>{name}</span>
      {!isHeld && (
        <span className={styles.answers} role="group" aria-label={words.statusOf(name)}>
          {statuses.map((status) => (
            <button
              key={status}
              type="button"
              className={styles.answer}
              data-status={status}
              aria-pressed={status === held}
              onClick={() => onPress(status)}
            >
              {words.statuses[status]}
            </button>
          ))}
        </span>
      )}
      <span className={isHeld ? styles.told : 'print-only'} data-status={held ?? 'none'}>
        {held ? words.statuses[held] : '–'}
      </span>
    </li>
  );
}
