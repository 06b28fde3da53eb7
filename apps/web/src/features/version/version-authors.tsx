import type { PersonId, TextNode } from '@mufakat/domain';
import { OrganizationMark } from '@/ui/organization-mark';
import { useWords } from '@/words/language-provider';
import { useAuthors, wordsByAuthor } from './authors';
import styles from './version-reading.module.css';

type Props = { text: TextNode; only: PersonId | null; onOnly: (personId: PersonId | null) => void };

/** Everybody who has words in the text; a press leaves only theirs marked. */
export function VersionAuthors({ text, only, onOnly }: Props) {
  const words = useWords().version;
  const authorOf = useAuthors();
  const authors = wordsByAuthor(text).flatMap(([personId, count]) => {
    const author = authorOf(personId);
    return author ? [{ ...author, count }] : [];
  });
  if (authors.length === 0) return <p className={styles.note}>{words.nobodyYet}</p>;
  return (
    <div className={styles.authors} role="group" aria-label={words.authors}>
      {authors.map(({ personId, name, firm, letters, slot, count }) => (
        <button
          key={personId}
          type="button"
          className={styles.author}
          aria-pressed={only === personId}
          onClick={() => onOnly(only === personId ? null : personId)}
        >
          <OrganizationMark name={firm} letters={letters} slot={slot} size="small" silent />
          <span>
            <b>{name}</b>, {firm} <span className="muted">· {words.wordCount(count)}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
