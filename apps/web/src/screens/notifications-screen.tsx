import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCheck } from 'lucide-react';
import { useMemo } from 'react';
import { groupBySubject } from '@/features/notification/notification-groups';
import { NotificationList } from '@/features/notification/notification-list';
import { useMarkRead } from '@/features/notification/notification.queries';
import { useLook } from '@/lib/live';
import { notificationsQuery } from '@/lib/notifications';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button, buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** What concerns the person, one row for each thing. */
export function NotificationsScreen() {
  const { notification: words, frame } = useWords();
  const { id } = usePartnership();
  useScreen(words.title);
  useLook(id, 'other');
  const toast = useToast();
  const sentence = useSentence();
  const { data, isError, refetch } = useQuery(notificationsQuery(id));
  const groups = useMemo(() => groupBySubject(data?.items ?? []), [data]);
  const { mutate } = useMarkRead();
  const mark = (items: Parameters<typeof mutate>[0]) =>
    mutate(items, { onError: (error) => toast({ says: sentence(error), tone: 'refused' }) });
  return (
    <>
      <ScreenHead
        title={words.title}
        note={data && groups.length > 0 && words.note(data.unread)}
        actions={
          groups.length > 0 && (
            <Button
              icon={CheckCheck}
              whyNot={data?.unread === 0 ? words.nothingUnread : undefined}
              onClick={() => mark(null)}
            >
              {words.readAll}
            </Button>
          )
        }
      />
      {isError && (
        <Banner tone={data ? 'risk' : 'bad'} action={<Button onClick={() => void refetch()}>{frame.retry}</Button>}>
          {words.failed}
        </Banner>
      )}
      {!data && !isError && <SkeletonRows rows={5} label={words.loading} />}
      {data && groups.length === 0 && <NothingHere />}
      {groups.length > 0 && (
        <NotificationList
          groups={groups}
          onRead={({ unread }) =>
            unread.length > 0 && mark(unread.map(({ spaceId, sequence }) => ({ spaceId, sequence })))
          }
        />
      )}
    </>
  );
}

function NothingHere() {
  const { empty } = useWords().notification;
  const { id: partnershipId } = usePartnership();
  return (
    <EmptyState
      title={empty.title}
      actions={
        <Link to="/k/$partnershipId" params={{ partnershipId }} className={buttonLook({ kind: 'primary' })}>
          {empty.go}
        </Link>
      }
    >
      {empty.says}
    </EmptyState>
  );
}
