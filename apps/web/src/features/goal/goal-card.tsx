import type { Goal, Presence } from '@mufakat/domain';
import { agreedCount, archiveRefusal, goalChangeRefusal, measuredBy } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { CalendarDays, ChevronRight, Move, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { classes } from '@/lib/classes';
import { day } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { shownRevision, threadsOf } from '@/lib/goal-threads';
import { PaceWord } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { MiniThreads } from '@/ui/lurik';
import { Menu } from '@/ui/menu';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage, useWords } from '@/words/language-provider';
import { Bullet } from '@/ui/bullet';
import styles from './board.module.css';
import { measureOf, paceTones, standingOf } from './measure';
import { moveGroups } from './move-groups';
import type { Columns } from './columns';
import { useDraggableCard } from './use-card-drag';
import type { CardMoves, Step } from './use-card-moves';

type Props = {
  goal: Goal;
  columns: Columns;
  moves: CardMoves;
  /** Who looks at this goal now, without oneself. */
  here: readonly Presence[];
  onArchive: (goal: Goal) => void;
  onHover: (over: boolean) => void;
};

/** One goal on the board. */
export function GoalCard({ goal, columns, moves, here, onArchive, onHover }: Props) {
  const words = useWords();
  const { seat } = usePartnership();
  const said = words.goal;
  const card = useRef<HTMLElement>(null);
  const canDrag = goalChangeRefusal(seat, goal) === null;
  useDraggableCard(card, goal.id, canDrag);
  const lifted = moves.moving?.goal.id === goal.id ? moves.moving.by : null;
  const archive = archiveRefusal(seat, goal);
  const groups = moveGroups({ goal, columns, moves, seat, words });
  const rest = [
    {
      label: said.archive,
      onSelect: () => onArchive(goal),
      whyNot: archive === null ? undefined : words.refusals[archive],
    },
  ];
  const hover = ({ type, pointerType }: PointerEvent) => pointerType === 'mouse' && onHover(type === 'pointerenter');
  return (
    <article
      ref={card}
      data-card={goal.id}
      data-slot={here[0]?.slot}
      className={classes(
        styles.card,
        lifted === 'keys' && styles.lifted,
        lifted === 'pointer' && styles.dragged,
        here.length > 0 && styles.watched,
      )}
      onPointerEnter={hover}
      onPointerLeave={hover}
    >
      <Watchers here={here} />
      <CardHead goal={goal} moves={moves} canLift={canDrag} />
      <CardMeasure goal={goal} />
      <CardFoot goal={goal} />
      <div className={styles.cardActions}>
        <Menu groups={[...groups, rest]} title={said.move.title}>
          <button type="button" aria-label={said.card.menu(goal.title)}>
            <Icon of={Move} size={16} />
            <span className="phone-only">{said.move.title}</span>
          </button>
        </Menu>
        <Link
          className="phone-only"
          to="/k/$partnershipId/tujuan/$goalId"
          params={{ partnershipId: goal.partnershipId, goalId: goal.id }}
          tabIndex={-1}
          aria-hidden="true"
        >
          {said.open} <Icon of={ChevronRight} size={16} />
        </Link>
      </div>
    </article>
  );
}

/** Who is at this goal, in words on the edge of the card. */
function Watchers({ here }: { here: readonly Presence[] }) {
  const { words } = useLanguage();
  if (here.length === 0) return null;
  return (
    <span className={styles.watchers} data-slot={here[0]?.slot}>
      {words.goal.card.here(here.map(({ name }) => name.split(' ')[0] ?? name))}
    </span>
  );
}

const steps: Record<string, Step> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

function CardHead({ goal, moves, canLift }: { goal: Goal; moves: CardMoves; canLift: boolean }) {
  const { words } = useLanguage();
  const said = words.goal;
  const { zone } = usePartnership();
  const { pace } = standingOf(goal, zone);
  const isLifted = moves.moving?.goal.id === goal.id && moves.moving.by === 'keys';
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === ' ' && canLift && !isLifted) moves.lift(goal);
    else if (!isLifted) return;
    else if (step) moves.step(step);
    else if (event.key === 'Escape') moves.cancel();
    else if (event.key === ' ' || event.key === 'Enter') moves.drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.flag}>
        <span className="num">{said.number(goal.number)}</span>
        {goal.benefit && <span>{said.benefits[goal.benefit].name}</span>}
        {goal.agreement.isChanged && (
          <PaceWord tone="risk" icon={RotateCcw}>
            {said.strip.changed}
          </PaceWord>
        )}
        {pace && (
          <span className={styles.pace}>
            <PaceWord tone={paceTones[pace]}>{said.paces[pace]}</PaceWord>
          </span>
        )}
      </div>
      <h3>
        <Link
          to="/k/$partnershipId/tujuan/$goalId"
          params={{ partnershipId: goal.partnershipId, goalId: goal.id }}
          draggable={false}
          onKeyDown={press}
          onBlur={() => isLifted && moves.cancel()}
          {...(canLift ? { 'aria-keyshortcuts': 'Space', 'aria-description': said.card.keys } : {})}
        >
          {goal.title}
        </Link>
      </h3>
    </>
  );
}

function CardMeasure({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const { zone } = usePartnership();
  const { targets } = measuredBy(goal);
  const target = targets[0];
  if (!target) return <p className={styles.none}>{words.goal.card.noTarget}</p>;
  const { progress, expected } = standingOf(goal, zone);
  const measure = measureOf(target, words.goal.targets, language);
  return (
    <>
      <div className={styles.measure}>
        <span>
          {target.label}
          {targets.length > 1 && <span className="dim"> {words.goal.card.moreTargets(targets.length - 1)}</span>}
        </span>
        <b className="num">{measure}</b>
      </div>
      <Bullet
        value={progress ?? 0}
        pace={expected ?? undefined}
        label={words.goal.targets.bullet(target.label, measure)}
      />
    </>
  );
}

function CardFoot({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const { directory, partnerOf, member } = usePartnership();
  const said = words.goal.card;
  const revision = shownRevision(goal);
  const threads = threadsOf(goal, directory.partners);
  const agreed = revision && agreedCount(revision);
  const champion = partnerOf(goal.championId);
  return (
    <div className={styles.foot}>
      {champion && (
        <OrganizationMark
          name={`${words.goal.page.champion}: ${member(goal.championId)?.name ?? ''}, ${champion.organization.name}`}
          letters={champion.organization.letters}
          slot={champion.slot}
          size="small"
        />
      )}
      {agreed === null ? (
        <MiniThreads threads={threads} label={said.threads(threads.length)} />
      ) : (
        <>
          <MiniThreads threads={threads} label={words.goal.strip.agreed(agreed, threads.length)} />
          <span className="num dim" aria-hidden="true">
            {words.goal.strip.count(agreed, threads.length)}
          </span>
        </>
      )}
      <span className={classes(styles.due, 'num')}>
        <Icon of={CalendarDays} size={14} />
        {goal.endsOn ? (
          <time dateTime={goal.endsOn}>
            <span className="hushed">{said.due(day(goal.endsOn, language))}</span>
            <span aria-hidden="true">{day(goal.endsOn, language, 'short')}</span>
          </time>
        ) : (
          said.noDue
        )}
      </span>
    </div>
  );
}
