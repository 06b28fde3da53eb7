import type { Goal, Target } from '@mufakat/domain';
import { agreedCount, expectedProgress, goalProgress, measuredBy, type Pace, paceOf } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { day, today } from '@/lib/dates';
import { shownRevision, threadsOf } from '@/lib/goal-threads';
import { number, percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Bullet } from '@/ui/bullet';
import { buttonLook } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { PaceWord, type Tone } from '@/ui/chip';
import { MiniThreads } from '@/ui/lurik';
import { useLanguage, useWords } from '@/words/language-provider';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import styles from './goal-rail.module.css';

const tones: Record<Pace, Tone> = { 'on-track': 'ok', attention: 'risk', stuck: 'bad' };

/** The shared goals: how far, and where they should be today. */
export function GoalRail({ goals }: { goals: readonly Goal[] }) {
  const words = useWords().today;
  const { id: partnershipId } = usePartnership();
  const toBoard = { to: '/k/$partnershipId/tujuan', params: { partnershipId } } as const;
  return (
    <Section title={words.goals} action={<Link {...toBoard}>{words.board}</Link>}>
      {goals.length === 0 ? (
        <Card className={styles.none}>
          <p>{words.noGoals}</p>
          <Link {...toBoard} className={buttonLook({ small: true })}>
            {words.firstGoal}
          </Link>
        </Card>
      ) : (
        <>
          <Card>
            <ul>
              {goals.map((goal) => (
                <GoalLine key={goal.id} goal={goal} />
              ))}
            </ul>
          </Card>
          <p className={styles.key}>{words.tick}</p>
        </>
      )}
    </Section>
  );
}

function GoalLine({ goal }: { goal: Goal }) {
  const { language, words } = useLanguage();
  const { id: partnershipId, zone } = usePartnership();
  const says = words.today;
  const basis = measuredBy(goal);
  const progress = goalProgress(basis.targets);
  const expected = expectedProgress(basis, today(zone));
  const pace = paceOf(progress, expected);
  const [only] = basis.targets;
  const measure = basis.targets.length === 1 && only ? measureOf(only, says, language) : null;
  return (
    <li className={styles.goal}>
      <div className={styles.head}>
        <Link to="/k/$partnershipId/tujuan/$goalId" params={{ partnershipId, goalId: goal.id }}>
          {goal.title}
        </Link>
        {progress !== null && <span className="num">{measure ?? percent(progress, language)}</span>}
      </div>
      {progress !== null && (
        <Bullet
          value={progress}
          pace={expected ?? undefined}
          label={says.bar(
            goal.title,
            percent(progress, language),
            expected === null ? null : percent(expected, language),
          )}
        />
      )}
      <div className={styles.foot}>
        {pace ? (
          <PaceWord tone={tones[pace]}>{says.paces[pace]}</PaceWord>
        ) : (
          <PaceWord>{progress === null ? says.unmeasured : says.noPace}</PaceWord>
        )}
        <Threads goal={goal} />
        {goal.endsOn && <span className="num">{says.until(day(goal.endsOn, language, 'short'))}</span>}
      </div>
    </li>
  );
}

/** Which firms have agreed; nothing for a draft nobody was asked about. */
function Threads({ goal }: { goal: Goal }) {
  const says = useWords().today;
  const { directory } = usePartnership();
  const revision = shownRevision(goal);
  if (!revision) return null;
  const label = says.agreedBy(revision.number, agreedCount(revision), revision.signers.length);
  return <MiniThreads threads={threadsOf(goal, directory.partners)} label={label} />;
}

/** One target speaks for itself: "340 / 800 kursi". */
function measureOf({ current, target, unit, direction }: Target, says: Words['today'], language: Language): string {
  const amount = (value: string) => number(value, language, 4) + (unit === '%' ? '%' : '');
  const now = amount(current);
  if (direction !== 'up') return unit && unit !== '%' ? `${now} ${unit}` : now;
  return `${says.of(number(current, language, 4), amount(target))}${unit && unit !== '%' ? ` ${unit}` : ''}`;
}
