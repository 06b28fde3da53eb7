/** A document as it is kept: what was folded, and what came after. */
export interface StoredDocument {
  /** A snapshot made from the log up to some sequence; `null` before the first. */
  base: Uint8Array | null;
  /** The updates after the base, in the order of the log. */
  tail: readonly Uint8Array[];
  /** The sequence of the last append, 0 before the first. */
  lastSequence: number;
}

/** An update with the person who wrote it. */
export interface LoggedUpdate {
  update: Uint8Array;
  actor: string;
}

/** Which person a Yjs client id of a document belongs to: the first who used it, for ever. */
export interface ClientIds {
  owner(documentId: string, clientId: number): Promise<string | null>;
  /** Gives the id to the person unless it has an owner; answers who owns it now. */
  bind(documentId: string, clientId: number, personId: string): Promise<string>;
}

/** The append-only log of every document. `roomStoreContract` is what a store must keep. */
export interface RoomStore {
  /** The whole document, or null when there is none of this id. */
  load(documentId: string): Promise<StoredDocument | null>;
  /**
   * Keeps the updates in this order, all or none, and answers the new sequence (one per call).
   * It resolves only after the commit. It may be repeated when its answer was lost; the same update twice is harmless.
   */
  append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number>;
  readonly clientIds: ClientIds;
}
