import type { InterestRound } from '@mufakat/domain';
import { answerInterestsRefusal, closeInterestsRefusal, missingIn } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { OrganizationMark } from '@/ui/organization-mark';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';
import { CloseDialog } from './close-dialog';
import styles from './interest.module.css';
import { ownInterestQuery } from './interest.queries';
import { RatingForm } from './rating-form';
import { useNames } from './use-names';

/** A round that waits for answers: who has given one, and the own one. */
export function AskingPanel({ round }: { round: InterestRound }) {
  const { words, language } = useLanguage();
  const said = words.interest;
  const { seat, zone, member } = usePartnership();
  const [closes, setCloses] = useState(false);
  const names = useNames();
  const missing = missingIn(round);
  const mayClose = closeInterestsRefusal(seat, round) === null;
  return (
    <>
      <Panel
        title={said.progress(round.sealed.length, round.asked.length)}
        note={said.asked(member(round.askedBy)?.name ?? '', dayAndTime(round.askedAt, language, zone))}
        actions={
          mayClose && (
            <Button small onClick={() => setCloses(true)}>
              {said.close.do}
            </Button>
          )
        }
      >
        <p aria-live="polite">{round.state === 'closed' ? said.opening : said.waiting(names(missing))}</p>
        <Answerers round={round} />
      </Panel>
      {answerInterestsRefusal(seat, round) !== 'interest.not-asked' && <OwnAnswer round={round} />}
      {closes && mayClose && <CloseDialog round={round} missing={names(missing)} onClose={() => setCloses(false)} />}
    </>
  );
}

function Answerers({ round }: { round: InterestRound }) {
  const { words } = useLanguage();
  const said = words.interest.firms;
  const { partner } = usePartnership();
  return (
    <ul className={styles.firms}>
      {round.asked.map((partnerId) => {
        const firm = partner(partnerId);
        const isSealed = round.sealed.some((answer) => answer.partnerId === partnerId);
        return (
          <li key={partnerId} className={styles.firm}>
            {firm && (
              <OrganizationMark
                name={firm.organization.name}
                letters={firm.organization.letters}
                slot={firm.slot}
                size="small"
                silent
              />
            )}
            <span>{firm?.organization.name}</span>
            <span className={isSealed ? styles.sealed : 'dim'}>
              {isSealed && <Icon of={Lock} size={14} />}
              {isSealed ? said.sealed : said.missing}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function OwnAnswer({ round }: { round: InterestRound }) {
  const { words, language } = useLanguage();
  const said = words.interest.own;
  const { id, seat, zone, partner } = usePartnership();
  const { data: own, isPending } = useQuery(ownInterestQuery(id, round.id));
  const [changes, setChanges] = useState(false);
  const refusal = answerInterestsRefusal(seat, round);
  if (round.state !== 'asking') return null;
  return (
    <Panel title={said.title(partner(seat.partnerId)?.organization.name ?? '')} note={said.note}>
      {isPending && <SkeletonRows label={words.interest.loading} />}
      {refusal && <p className="muted">{words.refusals[refusal]}</p>}
      {!refusal && own && !changes && (
        <div className="stack">
          <p>{said.given(dayAndTime(own.at, language, zone))}</p>
          <div>
            <Button onClick={() => setChanges(true)}>{said.change}</Button>
          </div>
        </div>
      )}
      {!refusal && !isPending && (!own || changes) && (
        <RatingForm round={round} own={own ?? null} onDone={() => setChanges(false)} />
      )}
    </Panel>
  );
}
