import type { GoalInterest, InterestMap, InterestRound } from '@mufakat/domain';
import { interestMap, missingIn } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { dayAndTime } from '@/lib/dates';
import { number, percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage } from '@/words/language-provider';
import styles from './interest.module.css';
import { InterestScatter } from './interest-scatter';
import { useNames } from './use-names';

type Props = {
  round: InterestRound;
  /** Puts a goal on the agenda of the next meeting. */
  onDiscuss: (title: string) => void;
  whyNotDiscuss: string | undefined;
};

/** An opened round: where interests meet, and what to discuss first. */
export function MapPanels({ round, onDiscuss, whyNotDiscuss }: Props) {
  const { words, language } = useLanguage();
  const said = words.interest.map;
  const { zone } = usePartnership();
  const names = useNames();
  const map = interestMap(round);
  const titleOf = (goalId: string) => round.goals.find((goal) => goal.goalId === goalId)?.title ?? '';
  const note = [
    said.opened(dayAndTime(round.openedAt ?? round.askedAt, language, zone)),
    round.reason && said.early(round.reason, names(missingIn(round))),
  ];
  return (
    <>
      <Panel title={said.title} note={note.filter(Boolean).join(' · ')}>
        {map ? (
          <>
            <Figures map={map} />
            <InterestScatter goals={map.goals} titleOf={titleOf} />
          </>
        ) : (
          <p className="muted">{said.tooFew}</p>
        )}
      </Panel>
      {map && (
        <Panel title={said.first} note={said.firstNote}>
          <ol className={styles.list}>
            {map.goals.map((goal, at) => (
              <GoalRow
                key={goal.goalId}
                goal={goal}
                title={titleOf(goal.goalId)}
                place={at + 1}
                {...{ onDiscuss, whyNotDiscuss }}
              />
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

function Figures({ map: { alignment, concordance } }: { map: InterestMap }) {
  const { words, language } = useLanguage();
  const said = words.interest.map;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{said.alignment}</dt>
        <dd className="num">{alignment === null ? said.unknown : percent(alignment, language)}</dd>
        <dd className={styles.method}>{said.alignmentNote}</dd>
      </div>
      <div>
        <dt>{said.concordance}</dt>
        <dd className="num">{concordance === null ? said.unknown : number(concordance, language)}</dd>
        <dd className={styles.method}>{said.concordanceNote}</dd>
      </div>
    </dl>
  );
}

type RowProps = Omit<Props, 'round'> & { goal: GoalInterest; title: string; place: number };

function GoalRow({ goal, title, place, onDiscuss, whyNotDiscuss }: RowProps) {
  const { words, language } = useLanguage();
  const said = words.interest;
  const { id: partnershipId } = usePartnership();
  const { importance, alignment, benefit, effort } = goal;
  return (
    <li className={styles.row}>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <div className={styles.about}>
        <Link to="/k/$partnershipId/tujuan/$goalId" params={{ partnershipId, goalId: goal.goalId }}>
          {title}
        </Link>
        <p className="small muted num">
          {said.map.facts(number(importance, language, 1), percent(alignment, language))}
          {' · '}
          {said.map.more(number(benefit, language, 1), number(effort, language, 1))}
        </p>
      </div>
      <FirmScale of={goal.of} />
      <Button
        small
        className="no-print"
        aria-label={said.agenda.of(title)}
        whyNot={whyNotDiscuss}
        onClick={() => onDiscuss(title)}
      >
        {said.agenda.do}
      </Button>
    </li>
  );
}

/** Each firm under the number it gave. */
function FirmScale({ of }: Pick<GoalInterest, 'of'>) {
  const { words } = useLanguage();
  const said = words.interest.map;
  const { partner } = usePartnership();
  return (
    <div className={styles.scale} role="img" aria-label={`${said.scale}. ${useSpoken(of)}`}>
      {[0, 1, 2, 3, 4, 5].map((score) => (
        <div key={score} className={styles.step}>
          {of
            .filter(({ rating }) => rating.importance === score)
            .map(({ partnerId }) => {
              const firm = partner(partnerId);
              return (
                firm && (
                  <OrganizationMark
                    key={partnerId}
                    name={firm.organization.name}
                    letters={firm.organization.letters}
                    slot={firm.slot}
                    size="small"
                    silent
                  />
                )
              );
            })}
          <span className="num">{score}</span>
        </div>
      ))}
    </div>
  );
}

function useSpoken(of: GoalInterest['of']): string {
  const { words } = useLanguage();
  const { partner } = usePartnership();
  return of
    .map(({ partnerId, rating }) =>
      words.interest.map.gave(partner(partnerId)?.organization.name ?? '', rating.importance),
    )
    .join(', ');
}
