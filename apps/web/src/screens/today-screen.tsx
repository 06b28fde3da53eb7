import type { Today } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { ChangeFeed } from '@/features/today/change-feed';
import { GoalRail } from '@/features/today/goal-rail';
import { greetingAt } from '@/features/today/greeting';
import { HereNow } from '@/features/today/here-now';
import { MeetingRows } from '@/features/today/meeting-rows';
import { NeedList } from '@/features/today/need-list';
import { todayQuery } from '@/features/today/today.queries';
import { useVisit } from '@/features/today/use-visit';
import { day, time, today } from '@/lib/dates';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { spokenName } from '@/lib/spoken-name';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';

/** The home of a person in one partnership: what waits, what comes, what changed. */
export function TodayScreen() {
  const { language, words } = useLanguage();
  const { id, zone, me } = usePartnership();
  const says = words.today;
  useScreen(words.frame.today);
  useLook(id, 'today');
  const { data, isError, dataUpdatedAt, refetch } = useQuery(todayQuery(id));
  useVisit(data !== undefined);
  const again = <Button onClick={() => void refetch()}>{words.frame.retry}</Button>;
  const failed = data ? says.stale(time(new Date(dataUpdatedAt).toISOString(), language, zone)) : says.failed;
  return (
    <>
      <ScreenHead
        title={`${says.greetings[greetingAt(zone)]}, ${spokenName(me)}`}
        note={
          <>
            {day(today(zone), language, 'long')}
            {data && ` · ${countSentence(data, says)}`}
          </>
        }
      />
      {isError && (
        <Banner tone={data ? 'risk' : 'bad'} action={again}>
          {failed}
        </Banner>
      )}
      {data ? <Shown today={data} /> : !isError && <SkeletonRows rows={5} label={says.loading} />}
    </>
  );
}

function countSentence(
  { needs }: Today,
  says: { waiting: (n: number, due: number) => string; nothingWaiting: string },
) {
  const dueToday = needs.filter(({ reason }) => reason === 'due-today').length;
  return needs.length > 0 ? says.waiting(needs.length, dueToday) : says.nothingWaiting;
}

function Shown({ today: { needs, meetings, changes, since, goals } }: { today: Today }) {
  return (
    <div className="columns">
      <div className="stack" style={{ '--gap': '32px' } as React.CSSProperties}>
        <NeedList needs={needs} meetings={meetings} />
        <MeetingRows meetings={meetings} />
        <ChangeFeed changes={changes} since={since} />
      </div>
      <aside className="stack" style={{ '--gap': '32px' } as React.CSSProperties}>
        <GoalRail goals={goals} />
        <HereNow goals={goals} meetings={meetings} />
      </aside>
    </div>
  );
}
