import type { Dashboard } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { number, percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Bullet } from '@/ui/bullet';
import { Panel } from '@/ui/card';
import { PaceWord, type Tone } from '@/ui/chip';
import { useLanguage } from '@/words/language-provider';
import styles from './panel-rows.module.css';

type Goal = Dashboard['goals'][number];
const tones: Record<NonNullable<Goal['pace']>, Tone> = { 'on-track': 'ok', attention: 'risk', stuck: 'bad' };

/** Each goal of the board: how far, and where it should be today. */
export function GoalProgressPanel({ goals }: { goals: readonly Goal[] }) {
  const says = useLanguage().words.accountability;
  return (
    <Panel title={says.goals} note={says.goalsPanelNote} id="tujuan">
      {goals.length === 0 && <p className="muted small">{says.noGoals}</p>}
      <ul>
        {goals.map((goal) => (
          <GoalLine key={goal.goalId} goal={goal} />
        ))}
      </ul>
    </Panel>
  );
}

function GoalLine({ goal: { goalId, title, progress, expected, pace } }: { goal: Goal }) {
  const { language, words } = useLanguage();
  const { id: partnershipId } = usePartnership();
  const says = words.accountability;
  const share = progress === null ? null : percent(progress, language, 1);
  const ahead = progress !== null && expected !== null ? Math.round((progress - expected) * 100) : null;
  const sign = ahead !== null && ahead > 0 ? '+' : ahead !== null && ahead < 0 ? '−' : '';
  return (
    <li className={styles.goal}>
      <div className={styles.head}>
        <Link to="/k/$partnershipId/tujuan/$goalId" params={{ partnershipId, goalId }}>
          {title}
        </Link>
        <b className="num">{share}</b>
      </div>
      {progress !== null && share !== null && (
        <Bullet
          value={progress}
          pace={expected ?? undefined}
          label={says.goalBar(title, share, expected === null ? null : percent(expected, language))}
          thick
        />
      )}
      <div className={styles.head}>
        {pace ? (
          <PaceWord tone={tones[pace]}>{says.paces[pace]}</PaceWord>
        ) : (
          <PaceWord>{progress === null ? says.unmeasured : says.noPace}</PaceWord>
        )}
        {ahead !== null && <span className="num">{says.points(`${sign}${number(Math.abs(ahead), language)}`)}</span>}
      </div>
    </li>
  );
}
