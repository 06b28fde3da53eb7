import type { Unsent } from './unsent.js';

/** How a document stands; each change makes a new one. */
export interface DocumentStatus {
  state: 'saved' | 'saving' | 'local' | 'refused';
  /** Changes made here that the server does not have. */
  pending: number;
  /** Whether the line works and the text is whole, as the server has it. */
  synced: boolean;
  /** Whether closing the page loses nothing. */
  keptHere: boolean;
  /** The code with which the server closed the document: for good, or (4401) until the person signs in again. */
  closedWith: number | null;
  /** Whether this document must not be used any longer and is to be opened anew, with a new Y.Doc. */
  isStale: boolean;
  /** Own words that could not be put into the document, until `forgetUnsent`. */
  unsent: readonly Unsent[];
  /** How often the product took out something of the last edits that did not fit the document. */
  repairs: number;
}

/** A document nobody has opened yet. */
export const unopened: DocumentStatus = {
  state: 'saved',
  pending: 0,
  synced: false,
  keptHere: false,
  closedWith: null,
  isStale: false,
  unsent: [],
  repairs: 0,
};

/** The one truthful word for who has what was written. */
export function stateOf(known: {
  pending: number;
  isRefused: boolean;
  /** Whether what is pending is on its way by a line that answers. */
  isOnItsWay: boolean;
}): DocumentStatus['state'] {
  if (known.pending === 0) return 'saved';
  if (known.isRefused) return 'refused';
  return known.isOnItsWay ? 'saving' : 'local';
}
