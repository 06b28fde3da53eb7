import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { filterHistory } from '@/features/history/history-days';
import { HistoryFilters } from '@/features/history/history-filters';
import { HistoryTimeline } from '@/features/history/history-timeline';
import { heardQuery, historyQuery, newsCount } from '@/features/history/history.queries';
import { useAddressWord } from '@/lib/address';
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

/** Everything that happened, told day by day. */
export function HistoryScreen() {
  const { history: words, frame } = useWords();
  const { id, partnerOf } = usePartnership();
  useScreen(words.title);
  useLook(id, 'history');
  const [kind, setKind] = useAddressWord('jenis');
  const [partnerId, setPartner] = useAddressWord('mitra');
  const history = useInfiniteQuery(historyQuery(id));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = filterHistory(items, { kind, partnerId }, (seatId) => partnerOf(seatId)?.id);
  const clear = () => {
    setKind(null);
    setPartner(null);
  };
  const failed = history.isError && !history.data;
  return (
    <>
      <ScreenHead title={words.title} note={words.note} />
      <div className="stack">
        <HistoryFilters filter={{ kind, partnerId }} onKind={setKind} onPartner={setPartner} onClear={clear} />
        <News items={items} />
        {failed && (
          <Banner tone="bad" action={<Button onClick={() => void history.refetch()}>{frame.retry}</Button>}>
            {words.failed}
          </Banner>
        )}
        {history.isPending && <SkeletonRows rows={6} label={words.loading} />}
        {shown.length > 0 && <HistoryTimeline items={shown} />}
        {history.data && shown.length === 0 && (items.length === 0 ? <Nothing /> : <NoneFits onClear={clear} />)}
        {history.data && items.length > 0 && <Older history={history} />}
      </div>
    </>
  );
}

type History = Pick<
  ReturnType<typeof useInfiniteQuery>,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
>;

function Older({ history }: { history: History }) {
  const words = useWords().history;
  if (!history.hasNextPage) return <p className="small muted">{words.beginning}</p>;
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
function News({ items }: { items: Parameters<typeof newsCount>[0] }) {
  const words = useWords().history;
  const { id } = usePartnership();
  const cache = useQueryClient();
  const { data: heard = [] } = useQuery(heardQuery(id));
  const count = items.length > 0 ? newsCount(items, heard) : 0;
  const show = () => {
    void cache.resetQueries({ queryKey: historyQuery(id).queryKey });
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
