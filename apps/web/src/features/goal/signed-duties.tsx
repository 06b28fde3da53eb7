import type { GoalContent } from '@mufakat/domain';
import { usePartnership } from '@/lib/partnership';
import { useLanguage } from '@/words/language-provider';
import styles from './answering.module.css';
import { dutyOf } from './tell-differences';

/** What the firm takes on by its word, before what the others do. */
export function SignedDuties({ content, firm }: { content: GoalContent; firm: string }) {
  const { words, language } = useLanguage();
  const said = words.signing.sign;
  const { seat, partner } = usePartnership();
  const own = content.obligations.filter(({ partnerId }) => partnerId === seat.partnerId);
  const others = content.obligations.filter(({ partnerId }) => partnerId !== seat.partnerId);
  return (
    <section className="stack">
      <h3>{said.ownDuties(firm)}</h3>
      <ul className={styles.duties}>
        {own.length === 0 && <li>{said.noDuty}</li>}
        {own.map((duty) => (
          <li key={duty.id} className={styles.own}>
            {dutyOf(duty, { words, language })}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{said.otherDuties}</summary>
          <ul className={styles.duties}>
            {others.map((duty) => (
              <li key={duty.id}>
                <b>{partner(duty.partnerId)?.organization.name}</b>: {dutyOf(duty, { words, language })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
