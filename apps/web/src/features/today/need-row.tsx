import type { Need } from '@mufakat/domain';
import { agreedCount, goalGaps, signable, taskChangeRefusal, taskMoveRefusal } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import {
  CalendarDays,
  Check,
  CheckSquare,
  Clock,
  Lock,
  Scale,
  type LucideIcon,
  Signature,
  Target,
  UserRoundPlus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { daysBetween, nearDay, time, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { spokenName } from '@/lib/spoken-name';
import { Button, buttonLook } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { ChoiceMenu } from '@/ui/menu';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './need-row.module.css';
import type { NeedDeeds } from './use-need-deeds';

type Of<Kind extends Need['kind']> = Extract<Need, { kind: Kind }>;
type Props = { need: Need; deeds: NeedDeeds; first: boolean };

/** One thing that waits, finished by one tap. The first row holds the one filled button of the screen. */
export function NeedRow({ need, deeds, first }: Props) {
  if (need.kind === 'task') return <TaskNeed need={need} deeds={deeds} first={first} />;
  if (need.kind === 'interest') return <InterestNeed need={need} first={first} />;
  return need.kind === 'meeting' ? <MeetingNeed need={need} first={first} /> : <GoalNeed need={need} first={first} />;
}

function TaskNeed({ need: { task, reason }, deeds, first }: { need: Of<'task'>; deeds: NeedDeeds; first: boolean }) {
  const { language, words } = useLanguage();
  const { id, seat, zone, directory, member, partner } = usePartnership();
  const { reasons, ...says } = words.today;
  const why = {
    overdue: () => reasons.overdue(task.dueOn ? daysBetween(task.dueOn, today(zone)) : 0),
    'due-today': () => reasons['due-today'],
    'due-soon': () => reasons['due-soon'](nearDay(task.dueOn ?? '', language, zone)),
    'needs-person': () => reasons['needs-person'],
  }[reason]();
  const colleagues = directory.members.filter((each) => each.partnerId === seat.partnerId && each.endedAt === null);
  const asker = member(task.requestedBy);
  const firm = partner(task.requestedByPartnerId)?.organization.name;
  const isOwn = task.requestedBy === seat.id;
  const isPrivate = task.spaceId === seat.spaces.own;
  const refusal =
    reason === 'needs-person' ? taskChangeRefusal(seat, task) : taskMoveRefusal(seat, task, { state: 'done' });
  const whyNot = refusal ? words.refusals[refusal] : undefined;
  const link = { to: '/k/$partnershipId/tugas', params: { partnershipId: id }, search: { buka: task.id } } as const;
  const kind = first ? 'primary' : 'tonal';
  return (
    <Row
      icon={reason === 'needs-person' ? UserRoundPlus : CheckSquare}
      pressing={reason === 'overdue' || reason === 'due-today'}
      why={why}
      title={<Link {...link}>{task.title}</Link>}
      note={
        <>
          {task.waitingFor && `${says.waitsFor(task.waitingFor)}. `}
          {!isOwn && asker && `${says.askedBy(spokenName(asker))}${firm ? `, ${firm}` : ''}.`}
          {isPrivate && (
            <span className={styles.private}>
              <Icon of={Lock} size={14} /> {says.ownSpace}
            </span>
          )}
        </>
      }
    >
      <Link {...link} className={buttonLook()}>
        {says.open}
      </Link>
      {reason === 'needs-person' ? (
        <ChoiceMenu
          value=""
          align="end"
          title={says.choosePersonFor(task.title)}
          choices={colleagues.map((each) => ({
            value: each.seatId,
            label: each.seatId === seat.id ? says.me(each.name) : each.name,
          }))}
          onChoose={(seatId) => {
            const to = colleagues.find((each) => each.seatId === seatId);
            if (to) deeds.give(task, to);
          }}
        >
          <Button kind={kind} whyNot={whyNot} aria-label={says.choosePersonFor(task.title)}>
            {says.choosePerson}
          </Button>
        </ChoiceMenu>
      ) : (
        <Button
          kind={kind}
          icon={Check}
          whyNot={whyNot}
          aria-label={says.doneOne(task.title)}
          onClick={() => deeds.complete(task)}
        >
          {says.done}
        </Button>
      )}
    </Row>
  );
}

function MeetingNeed({ need: { meeting, reason }, first }: { need: Of<'meeting'>; first: boolean }) {
  const { language, words } = useLanguage();
  const { id, zone } = usePartnership();
  const says = words.today;
  const running = reason === 'running';
  const link = {
    to: '/k/$partnershipId/rapat/$meetingId',
    params: { partnershipId: id, meetingId: meeting.id },
  } as const;
  return (
    <Row
      icon={CalendarDays}
      pressing={running}
      why={running ? says.reasons.running : says.reasons['starts-soon'](time(meeting.startsAt, language, zone))}
      title={<Link {...link}>{meeting.title}</Link>}
      note={[says.agendaCount(meeting.agenda.length), meeting.place || (meeting.url ? says.online : '')]
        .filter(Boolean)
        .join(' · ')}
    >
      <Link {...link} className={buttonLook({ kind: first ? 'primary' : 'tonal' })}>
        {running ? says.enter : says.openAgenda}
      </Link>
    </Row>
  );
}

function GoalNeed({ need: { goal, reason }, first }: { need: Of<'goal'>; first: boolean }) {
  const says = useWords().today;
  const { id, seat } = usePartnership();
  const isBinding = reason === 'sign-off' || reason === 'confirm-call';
  const isReport = reason === 'report-due' || reason === 'report-to-read';
  const revision = isBinding && signable(goal, seat.partnerId);
  const deeds = {
    'sign-off': says.review,
    'confirm-call': says.review,
    'report-due': says.report,
    'report-to-read': says.readReport,
    incomplete: says.complete,
  };
  const link = {
    to: '/k/$partnershipId/tujuan/$goalId',
    params: { partnershipId: id, goalId: goal.id },
    search: isReport ? { bagian: 'laporan' } : {},
  } as const;
  return (
    <Row
      icon={isBinding ? Signature : Target}
      pressing={isBinding}
      why={says.reasons[reason]}
      title={<Link {...link}>{goal.title}</Link>}
      note={
        revision
          ? says.agreedBy(revision.number, agreedCount(revision), revision.signers.length)
          : isReport
            ? goal.lastCheckIn?.note
            : says.lacks(goalGaps(goal).map((gap) => says.gaps[gap]))
      }
    >
      <Link {...link} className={buttonLook({ kind: first ? 'primary' : 'tonal' })}>
        {deeds[reason]}
      </Link>
    </Row>
  );
}

function InterestNeed({ need: { round, reason }, first }: { need: Of<'interest'>; first: boolean }) {
  const says = useWords().today;
  const { id } = usePartnership();
  const link = { to: '/k/$partnershipId/kepentingan', params: { partnershipId: id } } as const;
  return (
    <Row
      icon={Scale}
      why={says.reasons[reason]}
      title={<Link {...link}>{says.interests(round.number)}</Link>}
      note={says.answered(round.sealed.length, round.asked.length)}
    >
      <Link {...link} className={buttonLook({ kind: first ? 'primary' : 'tonal' })}>
        {says.rate}
      </Link>
    </Row>
  );
}

type RowProps = {
  icon: LucideIcon;
  pressing?: boolean;
  why: string;
  title: ReactNode;
  note: ReactNode;
  children: ReactNode;
};

function Row({ icon, pressing = false, why, title, note, children }: RowProps) {
  return (
    <li className={styles.row}>
      <span className={classes(styles.icon, pressing && styles.pressing)}>
        <Icon of={icon} />
      </span>
      <div>
        <div className={classes(styles.why, pressing && styles.pressingWord)}>
          {pressing && <Icon of={Clock} size={14} />}
          {why}
        </div>
        <h3 className={styles.title}>{title}</h3>
        <div className={styles.note}>{note}</div>
      </div>
      <div className={styles.go}>{children}</div>
    </li>
  );
}
