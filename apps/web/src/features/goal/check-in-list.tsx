import type { CheckIn, Goal } from '@mufakat/domain';
import { acknowledgeRefusal, checkInDue, checkInEvery, checkInRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { dayAndTime, dayOf, daysBetween, today } from '@/lib/dates';
import { Later, useLater } from '@/lib/later';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Chip, PaceWord } from '@/ui/chip';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './check-in-list.module.css';
import { checkInsQuery, useAcknowledge } from './check-in.queries';
import { paceTones, standingOf } from './measure';

const dialog = new Later(() => import('./check-in-dialog'), ['goal', 'progress']);

/** What the champion reported, newest first; when the next report is due; writing it. */
export function CheckInPanel({ goal }: { goal: Goal }) {
  const words = useWords();
  const said = words.progress;
  const { seat, zone } = usePartnership();
  const [writes, setWrites] = useState(false);
  const loaded = useLater(dialog, writes);
  const { data: checkIns } = useQuery(checkInsQuery(goal));
  const refusal = checkInRefusal(seat, goal);
  const { pace } = standingOf(goal, zone);
  return (
    <Panel
      title={said.title}
      actions={
        <span className="no-print">
          <Button
            small
            kind={refusal === null ? 'primary' : 'plain'}
            icon={MessageSquarePlus}
            whyNot={refusal ? words.refusals[refusal] : undefined}
            onClick={() => setWrites(true)}
          >
            {said.add}
          </Button>
        </span>
      }
    >
      <p className={styles.note}>{said.note(checkInEvery)}</p>
      <p className={styles.due}>
        <Due goal={goal} />
        {pace && <PaceWord tone={paceTones[pace]}>{said.computed(words.goal.paces[pace])}</PaceWord>}
      </p>
      {!checkIns && <SkeletonRows label={words.frame.loading} />}
      {checkIns?.length === 0 && <p className="dim">{said.empty}</p>}
      <ol className={styles.list}>
        {checkIns?.map((checkIn) => (
          <Report key={checkIn.id} goal={goal} checkIn={checkIn} />
        ))}
      </ol>
      {writes && loaded && <loaded.CheckInDialog goal={goal} onClose={() => setWrites(false)} />}
    </Panel>
  );
}

function Due({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.progress;
  const { zone } = usePartnership();
  const due = checkInDue(goal);
  if (due === null) return <span>{said.notRunning}</span>;
  const moment = new Date(due).toISOString();
  const late = daysBetween(today(zone, new Date(due)), today(zone));
  if (late < 0) return <span>{said.due(dayOf(moment, language, zone))}</span>;
  return <PaceWord tone="risk">{said.overdue(late)}</PaceWord>;
}

function Report({ goal, checkIn }: { goal: Goal; checkIn: CheckIn }) {
  const { words, language } = useLanguage();
  const said = words.progress;
  const { seat, zone, member } = usePartnership();
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useAcknowledge(goal);
  const acknowledge = () =>
    mutate(checkIn.id, {
      onSuccess: () => toast({ says: said.acknowledged }),
      onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
    });
  const mayRead = checkIn.acknowledgedAt === null && acknowledgeRefusal(seat, goal) === null;
  return (
    <li className={styles.report}>
      <div className={styles.head}>
        <Chip tone={paceTones[checkIn.status]}>{said.statuses[checkIn.status].name}</Chip>
        <span className="dim">{said.sure(checkIn.confidence)}</span>
      </div>
      {checkIn.note && <p>{checkIn.note}</p>}
      {checkIn.blockers && (
        <p>
          <b>{said.stuckOn}:</b> {checkIn.blockers}
        </p>
      )}
      <p className={styles.by}>
        {said.by(member(checkIn.by)?.name ?? '', dayAndTime(checkIn.at, language, zone))}
        {' · '}
        {checkIn.acknowledgedAt
          ? said.read(member(checkIn.acknowledgedBy)?.name ?? '', dayAndTime(checkIn.acknowledgedAt, language, zone))
          : said.unread}
      </p>
      {mayRead && (
        <Button small kind="tonal" busy={isPending} onClick={acknowledge}>
          {said.acknowledge}
        </Button>
      )}
    </li>
  );
}
