import { meetingWriteRefusal } from '@mufakat/domain/browser';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { MeetingDialog } from '@/features/meeting/meeting-form';
import { MeetingList } from '@/features/meeting/meeting-list';
import { meetingsQuery } from '@/features/meeting/meeting.queries';
import { useAddressWord } from '@/lib/address';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';

/** When the partners meet, and when they met. */
export function MeetingsScreen() {
  const words = useWords();
  const { id, seat } = usePartnership();
  const navigate = useNavigate();
  const [making, setMaking] = useAddressWord('baru');
  const { data: meetings } = useQuery(meetingsQuery(id));
  useScreen(words.meeting.title);
  useLook(id, 'meetings');
  const refusal = meetingWriteRefusal(seat);
  const schedule = (
    <Button
      kind="primary"
      icon={CalendarPlus}
      whyNot={refusal ? words.refusals[refusal] : undefined}
      onClick={() => setMaking('1')}
    >
      {words.meeting.schedule}
    </Button>
  );
  const open = (meetingId: string) =>
    void navigate({ to: '/k/$partnershipId/rapat/$meetingId', params: { partnershipId: id, meetingId } });
  const isEmpty = meetings?.length === 0;
  return (
    <>
      <ScreenHead title={words.meeting.title} actions={!isEmpty && schedule} />
      {isEmpty ? (
        <EmptyState title={words.meeting.empty.title} actions={schedule}>
          {words.meeting.empty.says}
        </EmptyState>
      ) : (
        <Shown />
      )}
      <MeetingDialog open={making !== null && !refusal} onClose={() => setMaking(null)} onScheduled={open} />
    </>
  );
}

function Shown() {
  const { meeting: words, frame } = useWords();
  const { id } = usePartnership();
  const { data: meetings, isError, refetch } = useQuery(meetingsQuery(id));
  if (isError)
    return (
      <Banner tone="bad" action={<Button onClick={() => void refetch()}>{frame.retry}</Button>}>
        {words.failed}
      </Banner>
    );
  return meetings ? <MeetingList meetings={meetings} /> : <SkeletonRows rows={4} label={words.loading} />;
}
