import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Check, OctagonAlert, X } from 'lucide-react';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { Kbd } from './kbd';
import styles from './toast.module.css';

/** How long a message stays unless it is looked at. */
export const toastStays = 8000;

export type Toast = {
  says: ReactNode;
  tone?: 'done' | 'refused';
  /** What takes it back; Ctrl+Z does the same while the message stands. */
  undo?: { label: string; run: () => void };
};

type Shown = Toast & { id: number };
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a message for eight seconds; a newer one takes its place. */
export const useToast = () => useContext(ToastContext);

type ProviderProps = { label: string; closeLabel: string; children: ReactNode };

/** Holds the message and the keys which take a deed back. */
export function ToastProvider({ label, closeLabel, children }: ProviderProps) {
  const [toast, setToast] = useState<Shown | null>(null);
  const count = useRef(0);
  const show = useCallback((next: Toast) => setToast({ ...next, id: (count.current += 1) }), []);
  const close = useCallback(() => setToast(null), []);
  const place = useMemo(() => ({ label, closeLabel }), [label, closeLabel]);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className={styles.place} role="region" aria-label={place.label}>
        <div role={toast?.tone === 'refused' ? 'alert' : 'status'}>
          {toast && <Message key={toast.id} toast={toast} close={close} closeLabel={place.closeLabel} />}
        </div>
      </div>
    </ToastContext.Provider>
  );
}

function Message({ toast, close, closeLabel }: { toast: Shown; close: () => void; closeLabel: string }) {
  const [held, setHeld] = useState(false);
  const { undo } = toast;
  const takeBack = useCallback(() => {
    undo?.run();
    close();
  }, [undo, close]);

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(close, toastStays);
    return () => clearTimeout(timer);
  }, [held, close]);

  useEffect(() => {
    if (!undo) return undefined;
    const press = (event: KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.key.toLowerCase() !== 'z' ||
        isWriting(event.target)
      )
        return;
      event.preventDefault();
      takeBack();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, takeBack]);

  const hold = { onMouseEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const release = { onMouseLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  return (
    <div className={styles.toast} {...hold} {...release}>
      <Icon of={toast.tone === 'refused' ? OctagonAlert : Check} />
      <span className={styles.words}>{toast.says}</span>
      {undo && (
        <button type="button" className={styles.undo} onClick={takeBack}>
          {undo.label} <Kbd>Ctrl Z</Kbd>
        </button>
      )}
      <IconButton icon={X} label={closeLabel} className={styles.close} onClick={close} />
    </div>
  );
}

/** Whether the keys belong to a text being written. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
