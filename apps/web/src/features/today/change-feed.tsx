import type { HistoryItem } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ago, dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { ToldChange } from '@/lib/told-change';
import { Button } from '@/ui/button';
import { Section } from '@/ui/card';
import { PersonMark } from '@/ui/person-mark';
import { useLanguage } from '@/words/language-provider';
import styles from './change-feed.module.css';

const atFirst = 6;

type Props = { changes: readonly HistoryItem[]; since: string | null };

/** What the others did since the last visit, newest first. */
export function ChangeFeed({ changes, since }: Props) {
  const { language, words } = useLanguage();
  const { id: partnershipId, zone, member, partnerOf } = usePartnership();
  const [all, setAll] = useState(false);
  const says = words.today;
  const rest = changes.length - atFirst;
  return (
    <Section
      title={since ? says.changes : says.firstVisit}
      count={since ? ago(since, language) : undefined}
      action={
        <Link to="/k/$partnershipId/riwayat" params={{ partnershipId }}>
          {says.allChanges}
        </Link>
      }
    >
      {changes.length === 0 && <p className="muted small">{says.noChanges}</p>}
      <ul className={styles.feed}>
        {(all ? changes : changes.slice(0, atFirst)).map((item) => {
          const { spaceId, sequence, at, by } = item.entry;
          return (
            <li key={`${spaceId} ${sequence}`}>
              <PersonMark
                name={member(by)?.name ?? words.change.product}
                slot={partnerOf(by)?.slot ?? null}
                size="small"
                silent
              />
              <span>
                <ToldChange item={item} withFirm />
              </span>
              <time dateTime={at} title={dayAndTime(at, language, zone)}>
                {ago(at, language)}
              </time>
            </li>
          );
        })}
      </ul>
      {rest > 0 && !all && (
        <Button kind="quiet" small onClick={() => setAll(true)}>
          {says.moreChanges(rest)}
        </Button>
      )}
    </Section>
  );
}
