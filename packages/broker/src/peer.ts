import type { CloseReason } from './close-codes.js';

/** What a person may do in a document at this moment; `unknown` while that is being decided anew. */
export type Rights = 'write' | 'read' | 'none' | 'unknown';

/** Who sits behind a peer, as the server knows it; shown to the others and never taken from the peer itself. */
export interface Identity {
  id: string;
  name: string;
  organization: string;
  /** The slot of the organization's colour in the palette. */
  colour: number;
}

/** One open screen. The broker does not know what carries the bytes. */
export interface Peer {
  readonly identity: Identity;
  /** It brings what its person wrote and nothing that it was shown, so an id of somebody else is a clash. */
  readonly bringsOwnOnly?: boolean;
  /** Asked for every message, so it has to be cheap and current. */
  rights(): Rights;
  /** Messages in order. Peers that get the same are given the same list, so a transport may encode it once for all. */
  send(messages: readonly Uint8Array[]): void;
  close(code: number, reason: string): void;
  /** Bytes given to `send` that have not left yet. */
  unsent(): number;
}

/** A frame that waits for its turn. */
export interface Waiting {
  frame: Uint8Array;
  /** It answers a greeting, and may be as large as a first sync. */
  isAnswer: boolean;
}

/** Tells why a peer was closed, for logs and counters; `detail` never holds content. */
export interface Closing {
  documentId: string;
  personId: string;
  reason: CloseReason;
  detail: string;
}
