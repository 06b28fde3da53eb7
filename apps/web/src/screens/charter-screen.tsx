import { useQuery } from '@tanstack/react-query';
import { CharterPage } from '@/features/partnership/charter-page';
import { charterQuery } from '@/features/partnership/charter.queries';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';

/** How the partners of this partnership work together. */
export function CharterScreen() {
  const { charter: words, frame } = useWords();
  const { id } = usePartnership();
  useScreen(words.title, [{ label: frame.members, to: `/k/${id}/mitra` }]);
  useLook(id, 'members');
  const charter = useQuery(charterQuery(id));
  return (
    <>
      <ScreenHead title={words.title} note={words.note} />
      {charter.isError && !charter.data && (
        <Banner tone="bad" action={<Button onClick={() => void charter.refetch()}>{frame.retry}</Button>}>
          {words.failed}
        </Banner>
      )}
      {charter.isPending && <SkeletonRows rows={6} label={words.loading} />}
      {charter.data && <CharterPage charter={charter.data} />}
    </>
  );
}
