import { PersonMark, type Slot } from './person-mark';
import styles from './presence-stack.module.css';

export type Present = { id: string; name: string; slot: Slot };

type Props = {
  people: readonly Present[];
  label: string;
  /** The name of the rest as a sentence: "2 orang lagi". */
  restLabel: (rest: number) => string;
  onGo?: (id: string) => void;
  /** What pressing a person does: "Ke tempat Bu Sari". */
  goLabel?: (name: string) => string;
};

const shown = 4;

/** Who is here: four at most, then a number. A press goes to where that person is. */
export function PresenceStack({ people, label, restLabel, onGo, goLabel }: Props) {
  if (people.length === 0) return null;
  const rest = people.length - shown;
  return (
    <ul className={styles.stack} aria-label={label}>
      {people.slice(0, shown).map(({ id, name, slot }) => (
        <li key={id}>
          {onGo ? (
            <button
              type="button"
              className={styles.person}
              aria-label={goLabel?.(name) ?? name}
              onClick={() => onGo(id)}
            >
              <PersonMark name={name} slot={slot} silent />
            </button>
          ) : (
            <PersonMark name={name} slot={slot} />
          )}
        </li>
      ))}
      {rest > 0 && (
        <li className={styles.rest}>
          <span aria-hidden="true">+{rest}</span>
          <span className="hushed">{restLabel(rest)}</span>
        </li>
      )}
    </ul>
  );
}
