import type { Dashboard } from '@mufakat/domain';
import { minimumFacts } from '@mufakat/domain/browser';
import { percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Bullet } from '@/ui/bullet';
import { Panel } from '@/ui/card';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage } from '@/words/language-provider';
import { partnerWord } from './facts';
import styles from './partner-rates.module.css';

type Props = { dashboard: Dashboard; onOpen: (figure: string) => void };

/** How each partner kept its due days, in joining order, all in one colour. */
export function PartnerRates({ dashboard, onOpen }: Props) {
  const { language, words } = useLanguage();
  const { partner } = usePartnership();
  const says = words.accountability;
  return (
    <Panel title={says.byPartner} note={says.byPartnerNote}>
      <ul>
        {dashboard.onTime.byPartner.map(({ partnerId, rate }) => {
          const firm = partner(partnerId);
          const name = firm?.organization.name ?? '';
          return (
            <li key={partnerId} className={styles.row}>
              <OrganizationMark
                name={name}
                letters={firm?.organization.letters ?? ''}
                slot={firm?.slot ?? null}
                silent
              />
              <span className={styles.name}>{name}</span>
              <div className={styles.bar}>
                {rate.share === null ? (
                  <span className={styles.few}>{says.tooFew(rate.denominator, minimumFacts)}</span>
                ) : (
                  <Bullet value={rate.share} label={says.bar(name, rate.numerator, rate.denominator)} thick />
                )}
              </div>
              <button
                type="button"
                className={styles.number}
                aria-label={says.openFacts(says.bar(name, rate.numerator, rate.denominator))}
                onClick={() => onOpen(partnerWord(partnerId))}
              >
                {rate.share !== null && <b>{percent(rate.share, language)}</b>}
                <span>
                  {rate.numerator}/{rate.denominator}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
