import { useCallback, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { useWords } from '@/words/language-provider';
import { writerOf } from './caret';
import styles from './text.module.css';

/** Says in words whose carets stand in the text; the carets themselves are only for the eye. */
export function Writers({ awareness }: { awareness: Awareness }) {
  const words = useWords().writing;
  const subscribe = useCallback(
    (tell: () => void) => {
      awareness.on('change', tell);
      return () => awareness.off('change', tell);
    },
    [awareness],
  );
  const names = useSyncExternalStore(subscribe, () => namesOf(awareness));
  return (
    <p className={styles.writers} role="status">
      {names && words.writers(names.split('\n'))}
    </p>
  );
}

/** Each person once, also with two windows, without oneself. */
function namesOf(awareness: Awareness): string {
  const names = new Map<string, string>();
  for (const [client, state] of awareness.getStates()) {
    const writer = writerOf((state as { user?: unknown }).user);
    if (client !== awareness.clientID && writer && (state as { cursor?: unknown }).cursor)
      names.set(writer.id, writer.name);
  }
  return [...names.values()].toSorted().join('\n');
}
