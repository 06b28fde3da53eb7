import type { GoalId } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { GoalDifference } from '@/features/goal/goal-difference';
import { differenceQuery } from '@/features/goal/agreement.queries';
import { goalQuery } from '@/features/goal/goal.queries';
import { VersionText } from '@/features/version/version-text';
import { useAddressWord } from '@/lib/address';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Button, buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';

/** Two versions of a goal beside each other, or one and the live draft: what the address says. */
export function GoalDifferenceScreen() {
  const words = useWords();
  const said = words.signing.difference;
  const { id: partnershipId } = usePartnership();
  const goalId = useParams({ strict: false }).goalId as GoalId;
  const [from] = useAddressWord('dari');
  const [to] = useAddressWord('ke');
  const { data: goal } = useQuery(goalQuery(partnershipId, goalId));
  const {
    data: difference,
    error,
    refetch,
  } = useQuery({
    ...differenceQuery({ partnershipId, goalId, from, to, version: goal?.version ?? 0 }),
    enabled: goal !== undefined,
  });
  const params = { partnershipId, goalId };
  useScreen(said.title, [
    { label: words.goal.title, to: `/k/${partnershipId}/tujuan` },
    ...(goal ? [{ label: goal.title, to: `/k/${partnershipId}/tujuan/${goalId}` }] : []),
  ]);
  if (error && !difference)
    return (
      <EmptyState
        title={said.failed.title}
        isScreen
        actions={<Button onClick={() => void refetch()}>{words.frame.retry}</Button>}
      >
        {said.failed.says}
      </EmptyState>
    );
  return (
    <>
      <ScreenHead
        title={said.title}
        note={goal?.title}
        actions={
          <Link to="/k/$partnershipId/tujuan/$goalId" params={params} className={buttonLook()}>
            {said.back}
          </Link>
        }
      />
      {goal && difference ? (
        <GoalDifference
          goal={goal}
          difference={difference}
          text={<VersionText text={difference.text} withAuthors={false} only={null} />}
        />
      ) : (
        <SkeletonRows label={said.loading} />
      )}
    </>
  );
}
