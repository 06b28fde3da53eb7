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
  const { rate } = unowned;
  const facts = unownedFacts({ unowned });
  return (
    <Panel title={says.unownedTitle} note={says.unownedPanelNote}>
      {facts.length === 0 && <p className="muted small">{says.noUnowned}</p>}
      <ul>
        {facts.slice(0, shown).map((fact) => (
          <FactRow key={fact.taskId} fact={fact} tells="lack" />
        ))}
      </ul>
      {facts.length > shown && (
        <div className={styles.more}>
          <Button small onClick={() => onOpen('bertuan')}>
            {says.ofTasks(rate.numerator, rate.denominator)}
          </Button>
        </div>
      )}
    </Panel>
  );
}
