import type { Dashboard } from '@mufakat/domain';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import { unownedFacts } from './facts';
import { FactRow } from './facts-dialog';
import styles from './panel-rows.module.css';

const shown = 5;
type Props = { unowned: Dashboard['unowned']; onOpen: (figure: string) => void };

/** Open work nobody will do: without a person or without a day. */
export function UnownedPanel({ unowned, onOpen }: Props) {
  const says = useWords().accountability;
  const facts = unownedFacts({ unowned });
  const { numerator, denominator } = unowned.rate;
  return (
    <Panel title={says.unownedTitle} note={says.unownedPanelNote}>
      {facts.length === 0 && <p className="muted small">{says.noUnowned}</p>}
      <ul>
        {facts.slice(0, shown).map((fact) => (
          <FactRow key={fact.taskId} fact={fact} isLacking />
        ))}
      </ul>
      {facts.length > shown && (
        <div className={styles.more}>
          <Button small onClick={() => onOpen('bertuan')}>
            {says.ofTasks(numerator, denominator)}
          </Button>
        </div>
      )}
    </Panel>
  );
}
