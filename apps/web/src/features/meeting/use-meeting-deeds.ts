import type { AgendaItem, AgendaItemId, Meeting, MeetingState, SeatId } from '@mufakat/domain';
import { meetingMoves } from '@mufakat/domain/browser';
import { useMemo } from 'react';
import { v7 } from 'uuid';
import { rankAt } from '@/lib/rank';
import { useToast } from '@/ui/toast';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { meetingDeeds, useMeetingDeed } from './meeting.queries';

type Status = Meeting['attendance'][number]['status'];
type ItemFields = Partial<Omit<AgendaItem, 'id' | 'rank'>>;

/** Everything a person can do with a meeting. What can be taken back offers it; what is refused says why. */
export type MeetingDeeds = {
  move: (meeting: Meeting, state: MeetingState) => void;
  addItem: (meeting: Meeting, item: Omit<AgendaItem, 'state'>, onRefused?: () => void) => void;
  changeItem: (meeting: Meeting, item: AgendaItem, fields: ItemFields, onRefused?: () => void) => void;
  placeItem: (meeting: Meeting, item: AgendaItem, at: number) => void;
  removeItem: (meeting: Meeting, item: AgendaItem) => void;
  attend: (meeting: Meeting, seatId: SeatId, status: Status | null) => void;
};

function toldOf(state: MeetingState, { started, ended, cancelled }: Words['meeting']): string | undefined {
  const told: Partial<Record<MeetingState, string>> = { running: started, ended, cancelled };
  return told[state];
}

export function useMeetingDeeds(): MeetingDeeds {
  const { mutateAsync } = useMeetingDeed();
  const toast = useToast();
  const sentence = useSentence();
  const words = useWords();
  return useMemo(() => {
    const run = (deed: Parameters<typeof mutateAsync>[0], onRefused?: () => void) =>
      void mutateAsync(deed).catch((error: unknown) => {
        toast({ says: sentence(error), tone: 'refused' });
        onRefused?.();
      });
    const undo = (back: () => void) => ({ label: words.frame.undo, run: back });
    return {
      move: (meeting, state) => {
        run(meetingDeeds.move(meeting, state));
        const says = toldOf(state, words.meeting);
        if (!says) return;
        const canGoBack = meetingMoves[state].includes(meeting.state);
        const back = () => run(meetingDeeds.move(meeting, meeting.state));
        toast({ says, ...(canGoBack ? { undo: undo(back) } : {}) });
      },
      addItem: (meeting, item, onRefused) => run(meetingDeeds.addItem(meeting, item), onRefused),
      changeItem: (meeting, item, fields, onRefused) =>
        run(meetingDeeds.changeItem(meeting, item.id, fields), onRefused),
      placeItem: (meeting, item, at) => {
        const others = meeting.agenda.filter(({ id }) => id !== item.id);
        run(meetingDeeds.changeItem(meeting, item.id, { rank: rankAt(others, at) }));
      },
      removeItem: (meeting, item) => {
        run(meetingDeeds.removeItem(meeting, item.id));
        const { state: _, ...again } = item;
        const back = () => run(meetingDeeds.addItem(meeting, { ...again, id: v7() as AgendaItemId }));
        toast({ says: words.meeting.item.removed(item.title), undo: undo(back) });
      },
      attend: (meeting, seatId, status) => run(meetingDeeds.attend(meeting, seatId, status)),
    } satisfies MeetingDeeds;
  }, [mutateAsync, toast, sentence, words]);
}
