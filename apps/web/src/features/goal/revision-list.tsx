import type { Goal } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { buttonLook } from '@/ui/button';
import { Panel } from '@/ui/card';
import { SkeletonRows } from '@/ui/skeleton';
import { useLanguage } from '@/words/language-provider';
import { revisionsQuery } from './agreement.queries';
import styles from './revision-list.module.css';

/** Every version that was put on the table, newest first, with what became of it; each stays readable for ever. */
export function RevisionList({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.signing;
  const { id: partnershipId, zone, member } = usePartnership();
  const { data: revisions } = useQuery(revisionsQuery(goal));
  return (
    <Panel title={said.history.title}>
      {!revisions && <SkeletonRows label={words.frame.loading} />}
      {revisions?.length === 0 && <p className="dim">{said.history.empty}</p>}
      <ul className={styles.list}>
        {revisions?.map(({ id, number, ending, outcome, proposedBy, proposedAt, summary }) => (
          <li key={id}>
            <div>
              <h3>{said.difference.version(number, said.difference.outcomes[outcome])}</h3>
              {ending && <p>{words.agreement.strip.titleEnding(words.goal.states[ending])}</p>}
              {summary && <p>{summary}</p>}
              <p className="dim">
                {said.history.proposed(member(proposedBy)?.name ?? '', dayAndTime(proposedAt, language, zone))}
              </p>
            </div>
            {ending === null && (
              <Link
                to="/k/$partnershipId/tujuan/$goalId/perubahan"
                params={{ partnershipId, goalId: goal.id }}
                search={{ ke: number, ...(number > 1 && { dari: number - 1 }) }}
                className={buttonLook({ kind: 'quiet', small: true })}
              >
                {said.history.read} <span className="hushed">{said.history.item(number)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
