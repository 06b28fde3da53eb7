import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { type Filter, isNarrow, knownFilter } from '@/features/history/history-days';
import { HistoryFilters } from '@/features/history/history-filters';
import { HistoryTimeline } from '@/features/history/history-timeline';
import { heardQuery, historyQuery, newsCount } from '@/features/history/history.queries';
import { useAddressWord } from '@/lib/address';
import { Later, useLater } from '@/lib/later';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button, buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';
import styles from './history-screen.module.css';

const proof = new Later(() => import('@/features/proof/proof-panel'), ['proof']);

/** Everything that happened, told day by day, and the proof that nobody has changed it since. */
export function HistoryScreen() {
  const { history: words, frame } = useWords();
  const { id, zone } = usePartnership();
  useScreen(words.title);
  useLook(id, 'history');
  const [filter, setFilter] = useFilter();
  const history = useInfiniteQuery(historyQuery(id, filter, zone));
  const panel = useLater(proof, true);
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  const clear = () => setFilter(none);
  const isEverything = !isNarrow(filter);
  const failed = history.isError && !history.data;
  return (
    <>
      <ScreenHead title={words.title} note={words.note} />
      <div className="stack">
        {panel ? <panel.ProofPanel /> : <SkeletonRows rows={1} label={words.loading} />}
        <HistoryFilters filter={filter} onFilter={setFilter} onClear={clear} />
        {isEverything && <News items={items} filter={filter} />}
        {failed && (
          <Banner tone="bad" action={<Button onClick={() => void history.refetch()}>{frame.retry}</Button>}>
            {words.failed}
          </Banner>
        )}
        {history.isPending && <SkeletonRows rows={6} label={words.loading} />}
        {items.length > 0 && <HistoryTimeline items={items} />}
        {history.data && items.length === 0 && (isEverything ? <Nothing /> : <NoneFits onClear={clear} />)}
        {history.data && items.length > 0 && <Older history={history} isEverything={isEverything} />}
      </div>
    </>
  );
}

const none: Filter = { kind: null, partnerId: null, seatId: null, since: null, until: null };

/** The filter stands in the address, so that it can be sent to somebody. */
function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [kind, setKind] = useAddressWord('jenis');
  const [partnerId, setPartner] = useAddressWord('mitra');
  const [seatId, setPerson] = useAddressWord('orang');
  const [since, setSince] = useAddressWord('dari');
  const [until, setUntil] = useAddressWord('sampai');
  const setters = { kind: setKind, partnerId: setPartner, seatId: setPerson, since: setSince, until: setUntil };
  const change = (wanted: Partial<Filter>) => {
    for (const [name, value] of Object.entries(wanted)) setters[name as keyof Filter](value);
  };
  return [knownFilter({ kind, partnerId, seatId, since, until }), change];
}

type History = Pick<
  ReturnType<typeof useInfiniteQuery>,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
>;

function Older({ history, isEverything }: { history: History; isEverything: boolean }) {
  const words = useWords().history;
  if (!history.hasNextPage) return <p className="small muted">{isEverything ? words.beginning : words.noOlder}</p>;
  return (
    <div className="stack">
      {history.isFetchNextPageError && <Banner tone="risk">{words.olderFailed}</Banner>}
      <div>
        <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {words.older}
        </Button>
      </div>
    </div>
  );
}

/** New entries wait behind a button, so that nothing moves while one reads. */
function News({ items, filter }: { items: Parameters<typeof newsCount>[0]; filter: Filter }) {
  const words = useWords().history;
  const { id, zone } = usePartnership();
  const cache = useQueryClient();
  const { data: heard = [] } = useQuery(heardQuery(id));
  const count = items.length > 0 ? newsCount(items, heard) : 0;
  const show = () => {
    void cache.resetQueries({ queryKey: historyQuery(id, filter, zone).queryKey });
    scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('h1')?.focus();
  };
  return (
    <div className={styles.news} role="status">
      {count > 0 && (
        <Button kind="primary" small icon={ArrowUp} onClick={show}>
          {words.news(count)}
        </Button>
      )}
    </div>
  );
}

function Nothing() {
  const { empty } = useWords().history;
  const { id: partnershipId } = usePartnership();
  return (
    <EmptyState
      title={empty.title}
      actions={
        <Link to="/k/$partnershipId/tujuan" params={{ partnershipId }} className={buttonLook({ kind: 'primary' })}>
          {empty.go}
        </Link>
      }
    >
      {empty.says}
    </EmptyState>
  );
}

function NoneFits({ onClear }: { onClear: () => void }) {
  const words = useWords().history;
  return (
    <EmptyState title={words.filtered.title} actions={<Button onClick={onClear}>{words.clear}</Button>}>
      {words.filtered.says}
    </EmptyState>
  );
}
