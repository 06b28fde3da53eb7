import type { HistoryItem } from '@mufakat/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ago, dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { ToldChange } from '@/lib/told-change';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PersonMark } from '@/ui/person-mark';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';
import { changesQuery } from './change.queries';
import styles from './change-list.module.css';

/** The whole story of one subject, from the journal. */
export function SubjectChanges({ subjectId }: { subjectId: string }) {
  const { words } = useLanguage();
  const list = words.change;
  const { id } = usePartnership();
  const changes = useInfiniteQuery(changesQuery(id, subjectId));
  if (changes.isPending) return <SkeletonRows label={list.loading} rows={4} />;
  if (!changes.data)
    return (
      <EmptyState
        title={list.failed.title}
        actions={<Button onClick={() => void changes.refetch()}>{words.frame.retry}</Button>}
      >
        {list.failed.says}
      </EmptyState>
    );
  const items = changes.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={list.empty.title}>{list.empty.says}</EmptyState>;
  return (
    <div className="stack">
      <ChangeList items={items} />
      {changes.hasNextPage && (
        <div>
          <Button busy={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {list.older}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Changes as sentences, newest first. */
export function ChangeList({ items }: { items: readonly HistoryItem[] }) {
  const { words, language } = useLanguage();
  const partnership = usePartnership();
  return (
    <ol className={styles.list} aria-label={words.change.label}>
      {items.map((item) => {
        const { entry } = item;
        const firm = partnership.partnerOf(entry.by);
        const name = partnership.member(entry.by)?.name ?? words.frame.product;
        return (
          <li key={`${entry.spaceId} ${entry.sequence}`} className={styles.change}>
            <PersonMark name={name} slot={firm?.slot ?? null} size="small" silent />
            <div>
              <p>
                <ToldChange item={item} />
              </p>
              <p className={styles.when}>
                {firm && `${firm.organization.name} · `}
                <time dateTime={entry.at} title={dayAndTime(entry.at, language, partnership.zone)}>
                  {ago(entry.at, language)}
                </time>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
