import {
  answerInterestsRefusal,
  checkInDue,
  goalGaps,
  isOpen,
  strandOf,
  waitsForSignOff,
  type Goal,
  type InterestRound,
  type Meeting,
  type Need,
  type Task,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { addDays } from '../../platform/calendar.js';

const soon = 60 * 60 * 1000;
const dayLong = 24 * 60 * 60 * 1000;
const daysAhead = 3;

type Records = {
  tasks: readonly Task[];
  meetings: readonly Meeting[];
  goals: readonly Goal[];
  rounds: readonly InterestRound[];
};
/** The moment of looking, and which day it is in the partnership's zone. */
type Now = { now: Date; today: string };
type Person = Pick<Seat, 'id' | 'partnerId' | 'role' | 'isSignatory'>;

/** What waits for this person, in order of consequence: what binds, then what is late or happening now, then what is coming. */
export function needsOf(seat: Person, { tasks, meetings, goals, rounds }: Records, { now, today }: Now): Need[] {
  const mine = tasks.filter((task) => isOpen(task) && task.assigneeId === seat.id);
  const dueBetween = (from: string, to: string) => mine.filter(({ dueOn }) => dueOn && dueOn >= from && dueOn <= to);
  return [
    ...goals.filter((goal) => waitsForSignOff(seat, goal)).map((goal) => signOffNeed(seat, goal)),
    ...meetingNeeds(
      'running',
      meetings.filter(({ state }) => state === 'running'),
    ),
    ...taskNeeds('overdue', dueBetween('', addDays(today, -1))),
    ...taskNeeds('due-today', dueBetween(today, today)),
    ...meetingNeeds(
      'starts-soon',
      meetings.filter((meeting) => startsSoon(meeting, now)),
    ),
    ...taskNeeds('due-soon', dueBetween(addDays(today, 1), addDays(today, daysAhead))),
    ...taskNeeds(
      'needs-person',
      tasks.filter((task) => waitsForAdmin(seat, task)),
    ),
    ...rounds
      .filter((round) => waitsForAnswer(seat, round))
      .map((round): Need => ({ kind: 'interest', reason: 'rate', round })),
    ...goals.filter((goal) => goal.championId === seat.id && isReportDue(goal, now)).map(goalNeed('report-due')),
    ...goals.filter((goal) => goal.reviewerId === seat.id && hasUnread(goal)).map(goalNeed('report-to-read')),
    ...goals
      .filter((goal) => goal.state === 'draft' && goal.championId === seat.id && goalGaps(goal).length > 0)
      .map(goalNeed('incomplete')),
  ];
}

const goalNeed =
  (reason: 'report-due' | 'report-to-read' | 'incomplete') =>
  (goal: Goal): Need => ({ kind: 'goal', reason, goal });

/** Also a day before, so that there is time to ask around. */
function isReportDue(goal: Goal, now: Date): boolean {
  const due = checkInDue(goal);
  return due !== null && due - dayLong <= now.getTime();
}

const hasUnread = ({ state, lastCheckIn }: Goal) => state === 'running' && lastCheckIn?.acknowledgedAt === null;

/** The firm is asked what matters to it, and has not answered. */
function waitsForAnswer(seat: Person, round: InterestRound): boolean {
  const hasAnswered = round.sealed.some(({ partnerId }) => partnerId === seat.partnerId);
  return !hasAnswered && answerInterestsRefusal(seat, round) === null;
}

/** A word by phone that the firm must confirm, or one that it has not given. */
function signOffNeed(seat: Person, goal: Goal): Need {
  const isRecorded = strandOf(goal.agreement, seat.partnerId) === 'awaiting';
  return { kind: 'goal', reason: isRecorded ? 'confirm-call' : 'sign-off', goal };
}

/** Also one whose hour has come while nobody pressed start. */
function startsSoon(meeting: Meeting, now: Date): boolean {
  const isNear = Date.parse(meeting.startsAt) <= now.getTime() + soon && Date.parse(meeting.endsAt) > now.getTime();
  return meeting.state === 'scheduled' && isNear;
}

function waitsForAdmin(seat: Person, task: Task): boolean {
  const isAdmin = seat.role === 'partner-admin' || seat.role === 'facilitator';
  return isAdmin && isOpen(task) && task.partnerId === seat.partnerId && task.assigneeId === null;
}

function meetingNeeds(reason: 'running' | 'starts-soon', meetings: readonly Meeting[]): Need[] {
  const inOrder = meetings.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return inOrder.map((meeting) => ({ kind: 'meeting', reason, meeting }));
}

function taskNeeds(reason: 'overdue' | 'due-today' | 'due-soon' | 'needs-person', tasks: readonly Task[]): Need[] {
  const inOrder = tasks.toSorted(
    (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.number - b.number || a.id.localeCompare(b.id),
  );
  return inOrder.map((task) => ({ kind: 'task', reason, task }));
}
