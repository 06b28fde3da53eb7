import { Card } from '@/ui/card';
import { Skeleton, Waiting } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';

/** The page of a goal while it is on its way. */
export function GoalWaiting() {
  return (
    <Waiting label={useWords().goal.loading}>
      <div className="stack">
        <Skeleton width="120px" height="24px" />
        <Skeleton width="56%" height="30px" />
        <Skeleton width="72%" height="16px" />
        <Card>
          <Skeleton height="120px" />
        </Card>
        <div className="columns">
          <Card>
            <Skeleton height="320px" />
          </Card>
          <Card>
            <Skeleton height="200px" />
          </Card>
        </div>
      </div>
    </Waiting>
  );
}
