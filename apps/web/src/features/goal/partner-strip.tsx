import type { Goal } from '@mufakat/domain';
import { goalGaps } from '@mufakat/domain/browser';
import { CircleCheck, CircleDashed, ListTodo } from 'lucide-react';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { Thread } from '@/ui/lurik';
import { OrganizationMark } from '@/ui/organization-mark';
import { Popover } from '@/ui/popover';
import { useWords } from '@/words/language-provider';
import styles from './partner-strip.module.css';

/** Each partner's thread, as it is now: a draft has been shown to nobody for agreement, so every thread is hollow. */
export function PartnerStrip({ goal }: { goal: Goal }) {
  const words = useWords().goal.strip;
  const { directory, seat } = usePartnership();
  const firms = directory.partners.filter(({ standing, leftAt }) => standing === 'full' && leftAt === null);
  return (
    <Card className={styles.strip}>
      <section aria-labelledby="goal-strip">
        <div className={styles.head}>
          <div>
            <h2 id="goal-strip">{words.title}</h2>
            <p>{words.says}</p>
          </div>
          <div className="push wide-only no-print">
            <Lacking goal={goal} />
          </div>
        </div>
        <ul className={styles.firms}>
          {firms.map(({ id, organization, slot }) => (
            <li key={id} data-slot={slot} className={id === seat.partnerId ? styles.own : undefined}>
              <Thread slot={slot} weave="hollow" />
              <span className={styles.name}>
                <OrganizationMark name={organization.name} letters={organization.letters} slot={slot} silent />
                <span>
                  {organization.name} {id === seat.partnerId && <span className="dim">{words.you}</span>}
                </span>
              </span>
              <span className={styles.state}>
                <Icon of={CircleDashed} size={16} /> {words.notAsked}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

/** What the draft still lacks before partners could agree on it. */
export function Lacking({ goal }: { goal: Goal }) {
  const words = useWords().goal;
  const gaps = goalGaps(goal);
  if (goal.state !== 'draft') return null;
  if (gaps.length === 0)
    return (
      <Chip tone="ok" icon={CircleCheck}>
        {words.strip.complete}
      </Chip>
    );
  const opener = (
    <Button kind="primary" icon={ListTodo}>
      {words.strip.lacks(gaps.length)}
    </Button>
  );
  return (
    <Popover opener={opener} label={words.strip.lacksTitle}>
      <h3 className={styles.lacksTitle}>{words.strip.lacksTitle}</h3>
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gap}>
            <Icon of={CircleDashed} size={16} /> {words.gaps[gap]}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
