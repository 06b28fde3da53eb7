import type { PartnershipType } from '@mufakat/domain';
import type { ReactNode } from 'react';
import { ChoiceGroup } from '@/ui/choice';
import { useWords } from '@/words/language-provider';
import styles from './type-choice.module.css';

const types = ['horizontal', 'vertical', 'strategic', 'cluster'] as const;

/** Each kind as a small picture: who stands how beside whom. */
const pictures: Record<PartnershipType, ReactNode> = {
  horizontal: (
    <>
      {[14, 46, 78].map((x) => (
        <rect key={x} x={x} y="24" width="28" height="28" rx="6" fill="currentColor" />
      ))}
      <path d="M42 38h4M74 38h4" />
    </>
  ),
  vertical: (
    <>
      <rect x="8" y="44" width="26" height="20" rx="5" fill="currentColor" opacity=".45" />
      <rect x="47" y="28" width="26" height="20" rx="5" fill="currentColor" opacity=".7" />
      <rect x="86" y="12" width="26" height="20" rx="5" fill="currentColor" />
      <path d="M34 52h6l0-14h7M73 36h6l0-14h7" />
    </>
  ),
  strategic: (
    <>
      <rect x="10" y="10" width="48" height="56" rx="9" fill="currentColor" />
      {[10, 32, 54].map((y) => (
        <rect key={y} x="86" y={y} width="20" height="14" rx="4" fill="currentColor" opacity=".6" />
      ))}
      <path d="M58 38h14M72 17h14M72 39h14M72 61h14M72 17v44" />
    </>
  ),
  cluster: (
    <>
      <circle cx="60" cy="38" r="33" strokeDasharray="4 5" />
      {[
        [60, 18],
        [41, 32],
        [79, 32],
        [48, 54],
        [72, 54],
      ].map(([x, y]) => (
        <rect key={`${x} ${y}`} x={(x ?? 0) - 8} y={(y ?? 0) - 7} width="16" height="14" rx="4" fill="currentColor" />
      ))}
    </>
  ),
};

/** The four kinds of partnership with their definitions. */
export function TypeChoice({ error }: { error?: ReactNode }) {
  const words = useWords().partnership;
  return (
    <ChoiceGroup legend={words.type} error={error} id="type">
      <div className={styles.types}>
        {types.map((type) => (
          <label key={type} className={styles.type}>
            <input type="radio" name="type" value={type} className={styles.input} aria-describedby={`type-${type}`} />
            <svg
              className={styles.picture}
              viewBox="0 0 120 76"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              aria-hidden="true"
            >
              {pictures[type]}
            </svg>
            <span className={styles.name}>{words.types[type].name}</span>
            <span className={styles.says} id={`type-${type}`}>
              {words.types[type].says}
            </span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
