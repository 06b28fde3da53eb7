import type { Dashboard } from '@mufakat/domain';
import { minimumFacts } from '@mufakat/domain/browser';
import { day } from '@/lib/dates';
import { percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Panel } from '@/ui/card';
import { ChartKey, Squares, type Stack } from '@/ui/chart';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage } from '@/words/language-provider';
import { weekWord } from './facts';
import styles from './week-panels.module.css';

type Props = { dashboard: Dashboard; onOpen: (figure: string) => void };

/** Week by week for each partner, on one scale; under it every week of all partners as a number that opens its tasks. */
export function WeekPanels({ dashboard, onOpen }: Props) {
  const { language, words } = useLanguage();
  const { partner } = usePartnership();
  const says = words.accountability;
  const { byPartner, byWeek, byPartnerAndWeek } = dashboard.onTime;
  const weeks = byWeek.map(({ week }) => week);
  const stackOf = (partnerId: string, week: string): Stack => {
    const rate = byPartnerAndWeek.find((each) => each.partnerId === partnerId && each.week === week)?.rate;
    return rate ? { good: rate.numerator, late: rate.denominator - rate.numerator } : { good: 0, late: 0 };
  };
  const tallest = Math.max(1, ...byPartnerAndWeek.map(({ rate }) => rate.denominator));
  const some = byWeek.filter(({ rate }) => rate.denominator > 0);
  if (some.length === 0)
    return (
      <Panel title={says.weeks}>
        <p className="muted small">{says.noWeeks}</p>
      </Panel>
    );
  return (
    <Panel title={says.weeks} note={says.weeksNote}>
      <ul className={styles.panels}>
        {byPartner.map(({ partnerId, rate }) => {
          const firm = partner(partnerId);
          const name = firm?.organization.name ?? '';
          return (
            <li key={partnerId}>
              <div className={styles.firm}>
                <OrganizationMark
                  name={name}
                  letters={firm?.organization.letters ?? ''}
                  slot={firm?.slot ?? null}
                  size="small"
                  silent
                />
                {name}
              </div>
              <Squares
                stacks={weeks.map((week) => stackOf(partnerId, week))}
                tallest={tallest}
                label={says.weeksBar(name, rate.numerator, rate.denominator, weeks.length)}
              />
              <div className={styles.ends} aria-hidden="true">
                <span>{day(weeks[0] ?? dashboard.from, language, 'short')}</span>
                <span>{day(dashboard.to, language, 'short')}</span>
              </div>
            </li>
          );
        })}
      </ul>
      <ChartKey
        entries={[
          { swatch: 'value', word: says.weekKept },
          { swatch: 'late', word: says.weekLate },
        ]}
      />
      <h3 className={styles.all}>{says.allWeeks}</h3>
      <ul className={styles.weeks}>
        {some.map(({ week, rate }) => (
          <li key={week}>
            <button
              type="button"
              onClick={() => onOpen(weekWord(week))}
              aria-label={says.openFacts(
                says.bar(says.week(day(week, language, 'short')), rate.numerator, rate.denominator),
              )}
            >
              <span>{day(week, language, 'short')}</span>
              <b>
                {rate.denominator >= minimumFacts && rate.share !== null
                  ? percent(rate.share, language)
                  : `${rate.numerator}/${rate.denominator}`}
              </b>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
