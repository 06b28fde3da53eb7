import { useEffect, useState, useSyncExternalStore } from 'react';
import { awaiting } from './calm';
import type { OpenDocument, DocumentStatus } from './document';
import { useReportSaved } from './saved';
import { useReturns } from './session-watch';

const waiting: DocumentStatus = { state: 'saved', pending: 0, synced: false, keptHere: false, closedWith: null };
const still = () => () => undefined;

/** Opens a text for as long as the screen is shown and reports to the frame whether it is saved. The engine is loaded on first use. */
export function useDocument(
  documentId: string,
  personId: string,
): { open: OpenDocument | null; status: DocumentStatus } {
  const [open, setOpen] = useState<OpenDocument | null>(null);
  const returns = useReturns();
  useEffect(() => {
    let opened: OpenDocument | null = null;
    let left = false;
    void awaiting(import('./document')).then(({ OpenDocument: Opener }) => {
      if (left) return;
      opened = new Opener({ documentId, personId });
      setOpen(opened);
    });
    return () => {
      left = true;
      opened?.close();
      setOpen(null);
    };
  }, [documentId, personId, returns]);
  const status = useSyncExternalStore(open?.subscribe ?? still, open?.current ?? (() => waiting));
  useReportSaved(`document ${documentId}`, status.state, status.pending);
  return { open, status };
}
