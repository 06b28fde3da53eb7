import type { EndingContent, Goal } from '@mufakat/domain';
import { useLanguage } from '@/words/language-provider';
import styles from './answering.module.css';
import { withUnit } from './measure';

/** How the goal would end: what it came to, what was learnt, and the numbers of the end. */
export function SignedEnding({ goal, content }: { goal: Goal; content: EndingContent }) {
  const { words, language } = useLanguage();
  const said = words.signing.end;
  const targetOf = (id: string) => goal.targets.find((target) => target.id === id);
  return (
    <section className="stack">
      <p>
        <b>
          {said.result}: {said.outcomes[content.outcome].name}
        </b>
      </p>
      <p>{content.lessons}</p>
      {content.values.length > 0 && (
        <>
          <h3>{said.values}</h3>
          <ul className={styles.duties}>
            {content.values.map(({ targetId, value }) => {
              const target = targetOf(targetId);
              return (
                target && (
                  <li key={targetId}>
                    {target.label}: {withUnit(value, target.unit, language)} /{' '}
                    {withUnit(target.target, target.unit, language)}
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
