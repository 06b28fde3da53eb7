import type { DocumentId, PersonId, TextReading } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookmarkPlus, ChevronLeft, Undo2 } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useAddressWord } from '@/lib/address';
import { Refused } from '@/lib/api';
import { dayAndTime } from '@/lib/dates';
import { Later, useLater } from '@/lib/later';
import { usePartnership } from '@/lib/partnership';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Float } from '@/ui/float';
import { Icon } from '@/ui/icon';
import { PersonMark } from '@/ui/person-mark';
import { Segmented } from '@/ui/segmented';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';
import { type Author, useAuthors } from './authors';
import { VersionAuthors } from './version-authors';
import styles from './version-reading.module.css';
import { VersionText } from './version-text';
import { type Chosen, readingQuery } from './version.queries';

const dialogs = new Later(() => import('./version-dialogs'), ['version']);

type Props = {
  documentId: DocumentId;
  chosen: Chosen;
  /** Why the text cannot be changed now. */
  whyReadOnly: string | undefined;
};

/** The chosen version for reading: what changed in it, or who wrote what; and what can be done with it. */
export function VersionReading({ documentId, chosen, whyReadOnly }: Props) {
  const { words } = useLanguage();
  const said = words.version;
  const [view, setView] = useAddressWord('lihat');
  const [against, setAgainst] = useAddressWord('dengan');
  const withAuthors = view === 'penulis';
  const isSince = against === 'sekarang' && chosen !== 'now';
  const comparedWith = withAuthors ? null : isSince ? 'now' : 'previous';
  const { data, error, isPlaceholderData, refetch } = useQuery(readingQuery(documentId, chosen, comparedWith));
  return (
    <Card className={styles.card}>
      <Link
        to="."
        search={((held: Record<string, unknown>) => ({ ...held, versi: undefined })) as never}
        className={styles.back}
      >
        <Icon of={ChevronLeft} size={16} /> {said.all}
      </Link>
      {data && <Head reading={data} chosen={chosen} documentId={documentId} whyReadOnly={whyReadOnly} />}
      <div className={styles.switches}>
        <Segmented
          label={said.show}
          value={withAuthors ? 'penulis' : 'perubahan'}
          onChange={(value) => setView(value === 'penulis' ? value : null)}
          segments={[
            { value: 'perubahan', label: said.changes },
            { value: 'penulis', label: said.whoWrote },
          ]}
        />
        {!withAuthors && chosen !== 'now' && (
          <Segmented
            label={said.comparedWith}
            value={isSince ? 'sekarang' : 'sebelumnya'}
            onChange={(value) => setAgainst(value === 'sekarang' ? value : null)}
            segments={[
              { value: 'sebelumnya', label: said.withPrevious },
              { value: 'sekarang', label: said.withNow },
            ]}
          />
        )}
      </div>
      {error && (
        <div className={styles.fault}>
          <Fault error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && !isPlaceholderData ? (
        <Read key={`${chosen} ${comparedWith}`} reading={data} withAuthors={withAuthors} isSince={isSince} />
      ) : (
        !error && <SkeletonRows label={said.reading} rows={5} />
      )}
    </Card>
  );
}

/** An automatic version may have been thinned out since somebody kept its address. */
function Fault({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { words } = useLanguage();
  const retry = <Button onClick={onRetry}>{words.frame.retry}</Button>;
  if (error instanceof Refused) return <Banner tone="bad">{words.version.gone}</Banner>;
  return (
    <Banner tone="bad" action={retry}>
      {words.version.notRead}
    </Banner>
  );
}

type HeadProps = { reading: TextReading; chosen: Chosen; documentId: DocumentId; whyReadOnly: string | undefined };

function Head({ reading: { version, isNow }, chosen, documentId, whyReadOnly }: HeadProps) {
  const { words, language } = useLanguage();
  const said = words.version;
  const { zone, member, partnerOf } = usePartnership();
  const [asks, setAsks] = useState<'name' | 'restore' | null>(null);
  const asking = useLater(dialogs, asks !== null);
  const moment = version && dayAndTime(version.at, language, zone);
  const namer = member(version?.madeBy ?? null);
  const close = () => setAsks(null);
  const title = version ? (version.name ?? said.of(moment ?? '')) : said.now;
  return (
    <header className={styles.head}>
      <div>
        <h2>{title}</h2>
        <p className={styles.note}>
          {version === null && said.nowNote}
          {version?.name && moment}
          {namer && ` · ${said.namedBy(`${namer.name}, ${partnerOf(namer.seatId)?.organization.name ?? ''}`)}`}
          {version?.kind === 'automatic' && said.automatic}
        </p>
      </div>
      <div className={styles.actions}>
        <Button icon={BookmarkPlus} whyNot={whyReadOnly} onClick={() => setAsks('name')}>
          {said.giveName}
        </Button>
        {version && (
          <Button
            kind="tonal"
            icon={Undo2}
            whyNot={whyReadOnly ?? (isNow ? said.isNow : undefined)}
            onClick={() => setAsks('restore')}
          >
            {said.restore}
          </Button>
        )}
      </div>
      {asking && asks === 'name' && <asking.NameDialog documentId={documentId} of={chosen} onClose={close} />}
      {asking && asks === 'restore' && version && (
        <asking.RestoreDialog version={version} title={title} onClose={close} />
      )}
    </header>
  );
}

type ReadProps = { reading: TextReading; withAuthors: boolean; isSince: boolean };

/** The text itself; a press on words tells who wrote them. */
function Read({ reading, withAuthors, isSince }: ReadProps) {
  const [only, setOnly] = useState<PersonId | null>(null);
  const [pointed, setPointed] = useState<{ at: HTMLElement; author: Author } | null>(null);
  const authorOf = useAuthors();
  const point = ({ target }: MouseEvent) => {
    const at = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-author]') : null;
    const author = authorOf(at?.dataset['author'] as PersonId | undefined);
    setPointed(at && author ? { at, author } : null);
  };
  return (
    <>
      {withAuthors ? (
        <VersionAuthors text={reading.content} only={only} onOnly={setOnly} />
      ) : (
        <Summary reading={reading} isSince={isSince} />
      )}
      <div onClick={point}>
        <VersionText text={reading.content} withAuthors={withAuthors} only={only} />
      </div>
      {pointed && (
        <Float
          anchor={pointed.at}
          align="start"
          onClose={() => setPointed(null)}
          className={styles.pointed}
          role="status"
        >
          <PersonMark name={pointed.author.name} slot={pointed.author.slot} size="small" silent />
          <span>
            <b>{pointed.author.name}</b>
            <br />
            {pointed.author.firm}
          </span>
        </Float>
      )}
    </>
  );
}

function Summary({ reading: { since, added, removed }, isSince }: Omit<ReadProps, 'withAuthors'>) {
  const { words, language } = useLanguage();
  const said = words.version;
  const { zone } = usePartnership();
  if (!since) return <p className={styles.note}>{said.first}</p>;
  const from = since.name ? `“${since.name}”` : said.from(dayAndTime(since.at, language, zone));
  return (
    <p className={styles.note} role="status">
      {added + removed === 0 ? said.same(from) : said.changed(added, removed)}
      {added + removed > 0 && ` ${isSince ? said.sinceThis : said.since(from)}`}
    </p>
  );
}
