import type { GoalId } from '@mufakat/domain';
import { goalChangeRefusal, meetingWriteRefusal, type Refusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { goalQuery } from '@/features/goal/goal.queries';
import { meetingsQuery } from '@/features/meeting/meeting.queries';
import { VersionHistory } from '@/features/version/version-history';
import { isRefused } from '@/lib/api';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Icon } from '@/ui/icon';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage, useWords } from '@/words/language-provider';

/** How the text of a goal came to be. */
export function GoalTextScreen() {
  const { words } = useLanguage();
  const { id, seat } = usePartnership();
  const goalId = useParams({ strict: false }).goalId as GoalId;
  const { data, error, refetch } = useQuery(goalQuery(id, goalId));
  const path = `/k/${id}/tujuan`;
  useScreen(words.version.title, [
    { label: words.frame.goals, to: path },
    ...(data ? [{ label: data.title, to: `${path}/${goalId}` }] : []),
  ]);
  useLook(id, 'goal', goalId);
  const why = useSaid(data ? goalChangeRefusal(seat, data) : null);
  const subject = (
    <Link to="/k/$partnershipId/tujuan/$goalId" params={{ partnershipId: id, goalId }}>
      <Icon of={ChevronLeft} size={16} /> {data?.title}
    </Link>
  );
  if (data) return <VersionHistory documentId={data.documentId} subject={subject} whyReadOnly={why} />;
  return <NoText isLost={isRefused(error, 'not-found')} isFailed={error !== null} onRetry={() => void refetch()} />;
}

/** How the notes of a meeting came to be. */
export function NotesTextScreen() {
  const { words } = useLanguage();
  const { id, seat } = usePartnership();
  const { meetingId } = useParams({ from: '/inside/k/$partnershipId/rapat/$meetingId/naskah' });
  const { data: meetings, isError, refetch } = useQuery(meetingsQuery(id));
  const meeting = meetings?.find((each) => each.id === meetingId);
  const path = `/k/${id}/rapat`;
  useScreen(words.version.title, [
    { label: words.frame.meetings, to: path },
    ...(meeting ? [{ label: meeting.title, to: `${path}/${meetingId}?bagian=catatan` }] : []),
  ]);
  useLook(id, 'meeting', meetingId);
  const why = useSaid(meetingWriteRefusal(seat));
  const subject = (
    <Link
      to="/k/$partnershipId/rapat/$meetingId"
      params={{ partnershipId: id, meetingId }}
      search={{ bagian: 'catatan' } as never}
    >
      <Icon of={ChevronLeft} size={16} /> {meeting?.title}
    </Link>
  );
  if (meeting) return <VersionHistory documentId={meeting.documentId} subject={subject} whyReadOnly={why} />;
  return <NoText isLost={meetings !== undefined} isFailed={isError} onRetry={() => void refetch()} />;
}

function useSaid(refusal: Refusal | null): string | undefined {
  const words = useWords();
  return refusal === null ? undefined : words.refusals[refusal];
}

type NoTextProps = { isLost: boolean; isFailed: boolean; onRetry: () => void };

function NoText({ isLost, isFailed, onRetry }: NoTextProps) {
  const { version: words, frame } = useLanguage().words;
  if (!isLost && !isFailed) return <SkeletonRows rows={5} label={words.reading} />;
  const retry = isLost ? undefined : <Button onClick={onRetry}>{frame.retry}</Button>;
  return (
    <EmptyState title={isLost ? words.lost.title : words.failed} isScreen actions={retry}>
      {isLost ? words.lost.says : words.notRead}
    </EmptyState>
  );
}
