import type { DocumentStatus } from '@mufakat/provider';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { awaiting } from './calm';
import type { OpenDocument } from './document';
import { meQuery } from './me';
import { useReportSaved } from './saved';
import { useReturns } from './session-watch';

const waiting: DocumentStatus = {
  ...{ state: 'saved', pending: 0, synced: false, keptHere: false },
  ...{ closedWith: null, isStale: false, unsent: [], repairs: 0 },
};
const still = () => () => undefined;
const signIn = 4401;

/**
 * Opens a text for as long as the screen is shown and reports to the frame whether it is saved; a stale one is opened
 * anew. The engine is loaded on first use.
 */
export function useDocument(
  documentId: string,
  personId: string,
): { open: OpenDocument | null; status: DocumentStatus } {
  const [open, setOpen] = useState<OpenDocument | null>(null);
  const [opening, setOpening] = useState(0);
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
  }, [documentId, personId, opening, returns]);
  const status = useSyncExternalStore(open?.subscribe ?? still, open?.current ?? (() => waiting));
  useEffect(() => {
    if (status.isStale) setOpening((times) => times + 1);
  }, [status.isStale]);
  useSignInAgain(status.closedWith === signIn);
  useReportSaved(`document ${documentId}`, status.state, status.pending);
  return { open, status };
}

/** The server does not know the session any more: who one is is asked again, which leads to the door if need be. */
function useSignInAgain(needed: boolean): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (needed) void cache.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [cache, needed]);
}
