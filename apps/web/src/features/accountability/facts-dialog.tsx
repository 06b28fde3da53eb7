import type { Dashboard } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { CircleDashed } from 'lucide-react';
import { day } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Chip } from '@/ui/chip';
import { Dialog } from '@/ui/dialog';
import { OrganizationMark } from '@/ui/organization-mark';
import { MoreRows, usePortion } from '@/ui/portion';
import { useLanguage } from '@/words/language-provider';
import { factsOf, type Figure } from './facts';
import styles from './facts-dialog.module.css';

type Props = { dashboard: Dashboard; figure: Figure | null; onClose: () => void };

/** The tasks behind a number, with the formula in words; each leads to its task. */
export function FactsDialog({ dashboard, figure, onClose }: Props) {
  const { language, words } = useLanguage();
  const { partner } = usePartnership();
  const says = words.accountability;
  const facts = figure ? factsOf(dashboard, figure) : [];
  const { shown, hidden, more } = usePortion(facts);
  if (!figure) return null;
  const titles = {
    partner: (id: string) => says.factsOf.partner(partner(id)?.organization.name ?? ''),
    week: (week: string) => says.factsOf.week(day(week, language, 'short')),
  };
  const title =
    figure.kind === 'partner'
      ? titles.partner(figure.partnerId)
      : figure.kind === 'week'
        ? titles.week(figure.week)
        : says.factsOf[figure.kind];
  const formula = says.formulas[figure.kind === 'late' || figure.kind === 'unowned' ? figure.kind : 'onTime'];
  return (
    <Dialog open onClose={onClose} title={title} note={formula} closeLabel={words.frame.close} place="side">
      <p className="small muted">{facts.length > 0 ? says.facts(facts.length) : says.noFacts}</p>
      <ul className={styles.facts}>
        {shown.map((fact) => (
          <FactRow key={fact.taskId} fact={fact} tells={figure.kind === 'unowned' ? 'lack' : 'time'} />
        ))}
      </ul>
      {hidden > 0 && <MoreRows label={words.task.showMore(hidden)} onMore={more} />}
    </Dialog>
  );
}

type Fact = Dashboard['onTime']['facts'][number];

type RowProps = {
  fact: Fact;
  /** What the number behind it asks of a task: whether it was in time, or what it lacks. */
  tells: 'time' | 'lack';
};

/** One task as the number saw it. */
export function FactRow({ fact, tells }: RowProps) {
  const { language, words } = useLanguage();
  const { id: partnershipId, partner } = usePartnership();
  const says = words.accountability;
  const firm = fact.partnerId ? partner(fact.partnerId) : undefined;
  const due = fact.dueOn ? says.dueOn(day(fact.dueOn, language, 'short')) : says.noDue;
  const done = fact.completedOn ? says.doneOn(day(fact.completedOn, language, 'short')) : says.notDone;
  return (
    <li className={styles.fact}>
      {firm ? (
        <OrganizationMark
          name={firm.organization.name}
          letters={firm.organization.letters}
          slot={firm.slot}
          size="small"
        />
      ) : (
        <span className={styles.nobody} />
      )}
      <div>
        <Link to="/k/$partnershipId/tugas" params={{ partnershipId }} search={{ buka: fact.taskId } as never}>
          {fact.title}
        </Link>
        <div className={styles.note}>
          {due} · {done}
        </div>
      </div>
      <FactWord fact={fact} tells={tells} />
    </li>
  );
}

function FactWord({ fact, tells }: RowProps) {
  const says = useLanguage().words.accountability;
  if (tells === 'lack') return <Chip icon={CircleDashed}>{fact.lacksPerson ? says.noPerson : says.noDue}</Chip>;
  if (fact.isOnTime === true) return <Chip tone="ok">{says.wasOnTime}</Chip>;
  if (fact.isOnTime === false) return <Chip tone="risk">{says.wasLate}</Chip>;
  if (fact.lacksPerson) return <Chip icon={CircleDashed}>{says.noPerson}</Chip>;
  return <Chip icon={CircleDashed}>{fact.lacksDueDay ? says.noDue : says.notCounted}</Chip>;
}
