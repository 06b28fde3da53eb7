import type { AgendaItemId, InterestRound, Meeting } from '@mufakat/domain';
import { askInterestsRefusal, meetingWriteRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { goalsQuery } from '@/features/goal/goal.queries';
import { AskDialog } from '@/features/interest/ask-dialog';
import { AskingPanel } from '@/features/interest/asking-panel';
import { roundsQuery } from '@/features/interest/interest.queries';
import { MapPanels } from '@/features/interest/map-panels';
import { meetingDeeds, meetingsQuery, useMeetingDeed } from '@/features/meeting/meeting.queries';
import { useAddressWord } from '@/lib/address';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { lastRank } from '@/lib/rank';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Segmented } from '@/ui/segmented';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** How long partners may take to bring their interests together, in minutes. */
const discussion = 20;

/** What matters to whom: the round that is shown, and asking for a new one, stand in the address. */
export function InterestScreen() {
  const words = useWords();
  const said = words.interest;
  const { id, seat } = usePartnership();
  useScreen(said.title, [{ label: words.frame.goals, to: `/k/${id}/tujuan` }]);
  useLook(id, 'other');
  const rounds = useQuery(roundsQuery(id));
  const { data: goals } = useQuery(goalsQuery(id));
  const [form, setForm] = useAddressWord('baru');
  const [chosen, setChosen] = useAddressWord('putaran');
  const all = rounds.data ?? [];
  const round = all.find(({ number }) => String(number) === chosen) ?? all[0];
  const refusal = askInterestsRefusal(seat) ?? (all[0] && all[0].state !== 'opened' ? 'interest.asking' : null);
  const ask = (
    <Button kind="primary" onClick={() => setForm('1')} whyNot={refusal ? words.refusals[refusal] : undefined}>
      {said.ask.do}
    </Button>
  );
  return (
    <>
      <ScreenHead title={said.title} note={said.note} actions={all.length > 0 && ask} />
      {rounds.isPending && <SkeletonRows rows={5} label={said.loading} />}
      {rounds.isError && !rounds.data && (
        <EmptyState
          title={said.failed.title}
          actions={<Button onClick={() => void rounds.refetch()}>{words.frame.retry}</Button>}
        >
          {said.failed.says}
        </EmptyState>
      )}
      {rounds.data && all.length === 0 && (
        <EmptyState title={said.empty.title} actions={ask}>
          {said.empty.says}
        </EmptyState>
      )}
      {all.length > 1 && (
        <Segmented
          label={said.rounds}
          value={String(round?.number)}
          onChange={(number) => setChosen(number === String(all[0]?.number) ? null : number)}
          segments={all.map(({ number }) => ({ value: String(number), label: said.round(number) }))}
        />
      )}
      {round && <Round key={round.id} round={round} />}
      {form !== null && refusal === null && goals && <AskDialog goals={goals} onClose={() => setForm(null)} />}
    </>
  );
}

function Round({ round }: { round: InterestRound }) {
  const words = useWords();
  const { seat } = usePartnership();
  const discuss = useDiscuss();
  const refusal = meetingWriteRefusal(seat);
  return (
    <div className="stack">
      {round.state === 'opened' ? (
        <MapPanels round={round} onDiscuss={discuss} whyNotDiscuss={refusal ? words.refusals[refusal] : undefined} />
      ) : (
        <AskingPanel round={round} />
      )}
    </div>
  );
}

/** Puts a goal on the agenda of the next meeting. */
function useDiscuss(): (title: string) => void {
  const { words } = useLanguage();
  const said = words.interest.agenda;
  const { id: partnershipId } = usePartnership();
  const { data: meetings = [] } = useQuery(meetingsQuery(partnershipId));
  const { mutate } = useMeetingDeed();
  const toast = useToast();
  const sentence = useSentence();
  return (title) => {
    const meeting = nextOf(meetings);
    if (!meeting) return toast({ says: said.none, tone: 'refused' });
    const item = { id: v7() as AgendaItemId, title: said.item(title).slice(0, 160), kind: 'discussion' } as const;
    const rank = lastRank(meeting.agenda);
    mutate(meetingDeeds.addItem(meeting, { ...item, minutes: discussion, presenterId: null, rank }), {
      onSuccess: () => toast({ says: said.done(meeting.title) }),
      onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
    });
  };
}

const nextOf = (meetings: readonly Meeting[]): Meeting | undefined =>
  meetings
    .filter(({ state }) => state === 'scheduled' || state === 'running')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
