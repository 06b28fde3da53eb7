import type { HistoryItem } from '@mufakat/domain';
import { Lock } from 'lucide-react';
import { ago, day, daysBetween, time, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { ToldChange } from '@/lib/told-change';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { PersonMark } from '@/ui/person-mark';
import { useLanguage } from '@/words/language-provider';
import { byDay } from './history-days';
import styles from './history-timeline.module.css';

/** What happened, day by day: time, person, sentence, number. */
export function HistoryTimeline({ items }: { items: readonly HistoryItem[] }) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  const nameOf = (date: string) => {
    const away = daysBetween(date, today(zone));
    const near = away === 0 ? words.history.today : away === 1 ? words.history.yesterday : null;
    const full = day(date, language, 'long');
    return near ? `${near}, ${full}` : full;
  };
  return byDay(items, zone).map(([date, ofDay]) => (
    <section key={date}>
      <h2 className={styles.day}>{nameOf(date)}</h2>
      <Card>
        <ol>
          {ofDay.map((item) => (
            <Line key={`${item.entry.spaceId} ${item.entry.sequence}`} item={item} />
          ))}
        </ol>
      </Card>
    </section>
  ));
}

function Line({ item }: { item: HistoryItem }) {
  const { language, words } = useLanguage();
  const { zone, seat, member, partnerOf } = usePartnership();
  const { at, by, sequence, spaceId } = item.entry;
  return (
    <li className={styles.line}>
      <time dateTime={at} title={ago(at, language)}>
        {time(at, language, zone)}
      </time>
      <PersonMark
        name={member(by)?.name ?? words.change.product}
        slot={partnerOf(by)?.slot ?? null}
        size="small"
        silent
      />
      <span className={styles.says}>
        <ToldChange item={item} withFirm />
        {spaceId === seat.spaces.own && (
          <span className={styles.private} title={words.history.private}>
            <Icon of={Lock} size={14} label={words.history.private} />
          </span>
        )}
      </span>
      <span className={styles.number}>{words.history.number(sequence)}</span>
    </li>
  );
}
