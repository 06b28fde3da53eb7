import type { Accounts } from '@mufakat/domain';
import { number } from '@/lib/numbers';
import { useLanguage } from '@/words/language-provider';
import styles from './operator.module.css';

/** The server in numbers. */
export function Counts({ accounts: { people, organizations, counts } }: { accounts: Accounts }) {
  const { words, language } = useLanguage();
  const say = words.operator;
  const figures: [string, number][] = [
    [say.people, people.length],
    [say.organizations, organizations.length],
    [say.partnerships, counts.partnerships],
    [say.openSockets, counts.openSockets],
    [say.openRooms, counts.openRooms],
    [say.journalEntries, counts.journalEntries],
  ];
  return (
    <dl className={styles.counts}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.count}>
          <dt>{name}</dt>
          <dd className="num">{number(value, language, 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
