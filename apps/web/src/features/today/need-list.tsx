import type { Meeting, Need } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { nearDay, time, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { useAnnounce } from '@/ui/announcer';
import { Button, buttonLook } from '@/ui/button';
import { Card, Section } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { useLanguage, useWords } from '@/words/language-provider';
import { NeedRow } from './need-row';
import { useUnderWay } from './today.queries';
import { useNeedDeeds } from './use-need-deeds';

const most = 5;

export function needId(need: Need): string {
  if (need.kind === 'task') return need.task.id;
  if (need.kind === 'meeting') return need.meeting.id;
  return need.kind === 'goal' ? need.goal.id : need.round.id;
}

type Props = { needs: readonly Need[]; meetings: readonly Meeting[] };

/** What waits for this person, in order of consequence: five, then all. */
export function NeedList({ needs, meetings }: Props) {
  const words = useWords().today;
  const underWay = useUnderWay();
  const deeds = useNeedDeeds();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const waiting = needs.filter((need) => !underWay.has(needId(need)));
  useFocusKept(list, waiting.length);
  const shown = all ? waiting : waiting.slice(0, most);
  const more = waiting.length > most && (
    <Button kind="quiet" small onClick={() => setAll((now) => !now)} aria-expanded={all}>
      {all ? words.seeFewer : words.seeAll(waiting.length)}
    </Button>
  );
  return (
    <Section title={words.needs} count={waiting.length || undefined} action={more}>
      <div ref={list} tabIndex={-1}>
        {waiting.length === 0 ? (
          <NothingWaits meetings={meetings} />
        ) : (
          <Card>
            <ol>
              {shown.map((need, at) => (
                <NeedRow key={needId(need)} need={need} deeds={deeds} first={at === 0} />
              ))}
            </ol>
          </Card>
        )}
      </div>
    </Section>
  );
}

/** When the row with the focus leaves, the focus stays in the list, and the new count is said. */
function useFocusKept(list: React.RefObject<HTMLDivElement | null>, count: number): void {
  const words = useWords().today;
  const announce = useAnnounce();
  const before = useRef(count);
  const held = useRef(false);
  useEffect(() => {
    const { current } = list;
    const note = () => (held.current = current?.contains(document.activeElement) ?? false);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [list]);
  useEffect(() => {
    if (count === before.current) return;
    before.current = count;
    announce(count === 0 ? words.nothingWaiting : words.waiting(count, 0));
    if (!held.current || document.activeElement !== document.body) return;
    const next = list.current?.querySelector<HTMLElement>('button, a');
    (next ?? list.current)?.focus();
  }, [count, list, announce, words]);
}

function NothingWaits({ meetings }: { meetings: readonly Meeting[] }) {
  const { language, words } = useLanguage();
  const { id: partnershipId, zone } = usePartnership();
  const next = meetings.find(({ state, endsAt }) => state === 'scheduled' && Date.parse(endsAt) > Date.now());
  const { empty, nothingWaiting } = words.today;
  const go = buttonLook({ kind: 'primary' });
  if (!next)
    return (
      <EmptyState
        title={nothingWaiting}
        actions={
          <Link to="/k/$partnershipId/tujuan" params={{ partnershipId }} className={go}>
            {empty.toGoals}
          </Link>
        }
      >
        {empty.free}
      </EmptyState>
    );
  const clock = time(next.startsAt, language, zone);
  const on = today(zone, new Date(next.startsAt));
  const when = on === today(zone) ? clock : `${nearDay(on, language, zone)} ${clock}`;
  return (
    <EmptyState
      title={nothingWaiting}
      actions={
        <Link to="/k/$partnershipId/rapat/$meetingId" params={{ partnershipId, meetingId: next.id }} className={go}>
          {empty.toMeeting}
        </Link>
      }
    >
      {empty.next(next.title, when)}
    </EmptyState>
  );
}
