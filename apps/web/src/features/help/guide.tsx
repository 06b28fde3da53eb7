import { Panel } from '@/ui/card';
import { Kbd } from '@/ui/kbd';
import { useWords } from '@/words/language-provider';
import styles from './help.module.css';

const screens = ['today', 'goals', 'tasks', 'meetings', 'accountability', 'history', 'members', 'account'] as const;
const savedStates = ['saved', 'saving', 'local', 'refused'] as const;

/** A few sentences for each screen. */
export function HowTo() {
  const { help, frame } = useWords();
  return (
    <Panel title={help.howTitle} id="cara">
      <div className={styles.how}>
        {screens.map((screen) => (
          <section key={screen}>
            <h3>{frame[screen]}</h3>
            <ul className={styles.steps}>
              {help.how[screen].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

/** What each key does. */
export function KeyList() {
  const { help } = useWords();
  return (
    <Panel title={help.keysTitle} note={help.keysNote} id="papan-tik">
      <dl className={styles.keys}>
        {help.keyRows.map(([keys, does]) => (
          <div key={keys} className={styles.key}>
            <dt>
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What the sign of the frame promises in each of its states. */
export function SavedMeaning() {
  const { help, frame } = useWords();
  return (
    <Panel title={help.savedTitle} note={help.savedNote} id="tersimpan">
      <dl className={styles.terms}>
        {savedStates.map((state) => {
          const { word, means } = frame.saved[state];
          return (
            <div key={state} className={styles.term}>
              <dt>{typeof word === 'function' ? word(0) : word}</dt>
              <dd>{means}</dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}

/** What the product does not protect from. */
export function Limits() {
  const { help } = useWords();
  return (
    <Panel title={help.limitsTitle} id="batas">
      <dl className={styles.terms}>
        {help.limits.map(({ title, says }) => (
          <div key={title} className={styles.term}>
            <dt>{title}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
