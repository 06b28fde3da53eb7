import type { Dashboard } from '@mufakat/domain';
import { minimumFacts } from '@mufakat/domain/browser';
import type { ReactNode } from 'react';
import { percent } from '@/lib/numbers';
import { useLanguage } from '@/words/language-provider';
import { Sparkline } from '@/ui/chart';
import { lateFacts } from './facts';
import styles from './key-figures.module.css';

type Props = { dashboard: Dashboard; onOpen: (figure: string) => void };

/** Four numbers; each opens the list it counts. */
export function KeyFigures({ dashboard, onOpen }: Props) {
  const { language, words } = useLanguage();
  const says = words.accountability;
  const { all, byWeek } = dashboard.onTime;
  const shares = byWeek.flatMap(({ rate }) => rate.share ?? []);
  const { rate: unowned } = dashboard.unowned;
  const paced = dashboard.goals.filter(({ pace }) => pace !== null);
  const count = (pace: string) => paced.filter((goal) => goal.pace === pace).length;
  return (
    <section aria-label={says.numbers} className={styles.figures}>
      <Figure
        name={says.onTime}
        value={all.share === null ? `${all.numerator}` : percent(all.share, language)}
        beside={all.share === null ? says.of(all.numerator, all.denominator).replace(/^\d+ /, '') : undefined}
        note={
          all.share === null ? says.tooFew(all.denominator, minimumFacts) : says.ofTasks(all.numerator, all.denominator)
        }
        onOpen={() => onOpen('tepat')}
      >
        {shares.length > 2 && <Sparkline values={shares} label={says.weeks} width={72} />}
      </Figure>
      <Figure
        name={says.lateNow}
        value={lateFacts(dashboard).length}
        note={says.lateNowNote}
        onOpen={() => onOpen('terlambat')}
      />
      <Figure
        name={says.unowned}
        value={unowned.numerator}
        note={says.unownedNote(unowned.denominator)}
        onOpen={() => onOpen('bertuan')}
      />
      <Figure
        name={says.goalsOnTrack}
        value={count('on-track')}
        beside={says.of(0, paced.length).replace(/^\d+ /, '')}
        note={paced.length > 0 ? says.goalsNote(count('attention'), count('stuck')) : says.noGoalPace}
        href="#tujuan"
      />
    </section>
  );
}

type FigureProps = {
  name: string;
  value: ReactNode;
  beside?: string | undefined;
  note: string;
  children?: ReactNode;
  onOpen?: () => void;
  href?: string;
};

function Figure({ name, value, beside, note, children, onOpen, href }: FigureProps) {
  const says = useLanguage().words.accountability;
  const inside = (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        <span className={styles.big}>{value}</span> {beside}
        {children}
      </span>
      <span className={styles.note}>{note}</span>
    </>
  );
  if (href)
    return (
      <a className={styles.figure} href={href}>
        {inside}
      </a>
    );
  return (
    <button type="button" className={styles.figure} onClick={onOpen} title={says.openFacts(name)}>
      {inside}
    </button>
  );
}
