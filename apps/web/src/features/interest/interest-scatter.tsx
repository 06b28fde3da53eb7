import type { GoalInterest } from '@mufakat/domain';
import { number, percent } from '@/lib/numbers';
import { useLanguage } from '@/words/language-provider';
import styles from './interest.module.css';

const [width, height, margin, radius] = [560, 260, 28, 11];

type Props = { goals: readonly GoalInterest[]; titleOf: (goalId: string) => string };

/** Importance to the right, alignment upward; each dot has its place in the list below. A phone shows the list alone. */
export function InterestScatter({ goals, titleOf }: Props) {
  const { words, language } = useLanguage();
  const said = words.interest.map;
  const spoken = goals.map((goal, at) =>
    said.dot(at + 1, titleOf(goal.goalId), number(goal.importance, language, 1), percent(goal.alignment, language)),
  );
  return (
    <figure className={`${styles.scatter} wide-only`}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${said.chart}. ${spoken.join('; ')}`}>
        <rect
          x={xOf(2.5)}
          y={yOf(0.5)}
          width={width - margin - xOf(2.5)}
          height={height - margin - yOf(0.5)}
          className={styles.first}
        />
        {[0, 1, 2, 3, 4, 5].map((score) => (
          <g key={score} className={styles.tick}>
            <line x1={xOf(score)} x2={xOf(score)} y1={yOf(1)} y2={yOf(0)} />
            <text x={xOf(score)} y={height - 8} textAnchor="middle">
              {score}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((share) => (
          <line key={share} x1={xOf(0)} x2={xOf(5)} y1={yOf(share)} y2={yOf(share)} className={styles.grid} />
        ))}
        {apart(goals).map(({ x, y }, at) => (
          <g key={goals[at]?.goalId} className={styles.dot}>
            <circle cx={x} cy={y} r={radius} />
            <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="small muted">
        <span>↑ {said.upward}</span>
        <span>{said.across} →</span>
      </figcaption>
    </figure>
  );
}

const xOf = (importance: number) => margin + (importance / 5) * (width - 2 * margin);
const yOf = (alignment: number) => height - margin - alignment * (height - 2 * margin);

/** Where the dots stand; one that would cover an earlier one moves to the right until it does not. */
function apart(goals: readonly GoalInterest[]): { x: number; y: number }[] {
  const placed: { x: number; y: number }[] = [];
  for (const { importance, alignment } of goals) {
    const place = { x: xOf(importance), y: yOf(alignment) };
    while (placed.some((other) => Math.hypot(other.x - place.x, other.y - place.y) < 2 * radius)) place.x += radius / 2;
    placed.push(place);
  }
  return placed;
}
