import { Skeleton, Waiting } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';
import styles from './board.module.css';

/** The board while its goals are on their way. */
export function BoardWaiting() {
  const words = useWords().goal;
  return (
    <Waiting label={words.loading}>
      <div className={styles.board}>
        {[3, 1, 2, 3, 1].map((cards, column) => (
          <div key={column} className={`${styles.column} ${column === 0 ? styles.chosen : ''}`}>
            <div className={styles.cards}>
              {Array.from({ length: cards }, (_, at) => (
                <div key={at} className={styles.card}>
                  <div className="stack">
                    <Skeleton width="40%" height="10px" />
                    <Skeleton width="86%" height="14px" />
                    <Skeleton height="8px" />
                    <Skeleton width="54%" height="10px" />
                  </div>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
    </Waiting>
  );
}
