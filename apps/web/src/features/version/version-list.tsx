import type { TextVersion } from '@mufakat/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bookmark, FileText } from 'lucide-react';
import { classes } from '@/lib/classes';
import { day, daysBetween, time, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { OrganizationMark } from '@/ui/organization-mark';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage, useWords } from '@/words/language-provider';
import { type Author, useAuthors } from './authors';
import { versionsByDay } from './version-days';
import styles from './version-list.module.css';
import { type Chosen, versionsQuery } from './version.queries';

type Props = { documentId: TextVersion['documentId']; chosen: Chosen };

/** The versions of a text by day: who wrote, and what somebody gave a name. */
export function VersionList({ documentId, chosen }: Props) {
  const { words } = useLanguage();
  const said = words.version;
  const list = useInfiniteQuery(versionsQuery(documentId));
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={said.all} note={said.kept}>
      <ul className={styles.list}>
        <Row to="sekarang" isChosen={chosen === 'now'}>
          <Icon of={FileText} size={16} />
          <b>{said.now}</b>
        </Row>
      </ul>
      <Days versions={versions} chosen={chosen} />
      {list.isPending && <SkeletonRows label={said.loading} />}
      {list.isSuccess && versions.length === 0 && <p className={styles.none}>{said.none}</p>}
      {list.isError && (
        <p className={styles.none} role="alert">
          {said.failed} <Button onClick={() => void list.refetch()}>{words.frame.retry}</Button>
        </p>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {said.older}
        </Button>
      )}
    </Panel>
  );
}

function Days({ versions, chosen }: { versions: readonly TextVersion[]; chosen: Chosen }) {
  const { words, language } = useLanguage();
  const { zone } = usePartnership();
  const nameOf = (date: string) => {
    const away = daysBetween(date, today(zone));
    if (away === 0) return words.version.today;
    return away === 1 ? words.version.yesterday : day(date, language, 'weekday');
  };
  return versionsByDay(versions, zone).map(([date, ofDay]) => (
    <section key={date}>
      <h3 className={styles.day}>{nameOf(date)}</h3>
      <ul className={styles.list}>
        {ofDay.map((version) => (
          <Row key={version.id} to={version.id} isChosen={chosen === version.id} isNamed={version.kind === 'named'}>
            <Version version={version} />
          </Row>
        ))}
      </ul>
    </section>
  ));
}

type RowProps = { to: string; isChosen: boolean; isNamed?: boolean; children: React.ReactNode };

function Row({ to, isChosen, isNamed = false, children }: RowProps) {
  return (
    <li>
      <Link
        to="."
        search={((held: Record<string, unknown>) => ({ ...held, versi: to })) as never}
        className={classes(styles.row, isNamed && styles.named)}
        aria-current={isChosen ? 'true' : undefined}
        resetScroll
      >
        {children}
      </Link>
    </li>
  );
}

function Version({ version }: { version: TextVersion }) {
  const { words, language } = useLanguage();
  const { zone, member } = usePartnership();
  const authorOf = useAuthors();
  const clock = time(version.at, language, zone);
  const writers = version.writers.flatMap((id) => authorOf(id) ?? []);
  const namer = member(version.madeBy);
  return (
    <>
      {version.name === null ? (
        <time dateTime={version.at}>{clock}</time>
      ) : (
        <span className={styles.name}>
          <Icon of={Bookmark} size={16} label={words.version.named} />
          <b>{version.name}</b>
        </span>
      )}
      <span className={styles.who}>
        <Firms writers={writers} />
        {version.name === null ? (
          <span>{words.version.wrote(writers.map(({ name }) => name))}</span>
        ) : (
          <span>
            <time dateTime={version.at}>{clock}</time>
            {namer && ` · ${words.version.namedBy(namer.name)}`}
          </span>
        )}
      </span>
    </>
  );
}

/** Each firm once, in the order in which its people wrote. */
function Firms({ writers }: { writers: readonly Author[] }) {
  const words = useWords().version;
  const firms = [...new Map(writers.map((writer) => [writer.firm, writer])).values()];
  if (firms.length === 0) return null;
  return (
    <span className={styles.firms}>
      {firms.map(({ firm, letters, slot }) => (
        <OrganizationMark key={firm} name={words.wroteFor(firm)} letters={letters} slot={slot} size="small" />
      ))}
    </span>
  );
}
