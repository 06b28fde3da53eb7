/** A document as it is kept: what was folded, and what came after. */
export interface StoredDocument {
  /** The newest snapshot, made from the log up to some sequence; `null` before the first. */
  base: Uint8Array | null;
  /** The state vector of the base, where the store keeps it; spares reading the base. */
  baseVector: Uint8Array | null;
  /** The updates after the base, in the order of the log. */
  tail: readonly Uint8Array[];
  /** The sequence of the last append, 0 before the first. */
  lastSequence: number;
  /** Which history this is: a device whose copy is of another one must not merge it. */
  generation: number;
}

/** An update with the person who wrote it; null for what the product itself wrote. */
export interface LoggedUpdate {
  update: Uint8Array;
  actor: string | null;
}

/** What one append added to the log of a document. */
export interface StoredNews {
  documentId: string;
  sequence: number;
  updates: readonly Uint8Array[];
}

/** A document folded from everything up to a sequence. */
export interface Snapshot {
  sequence: number;
  state: Uint8Array;
  vector: Uint8Array;
}

/** Which person a Yjs client id of a document belongs to: the first who used it, for ever. */
export interface ClientIds {
  owner(documentId: string, clientId: number): Promise<string | null>;
  /**
   * Gives the id to the person unless it has an owner; answers who owns it now, and only after the commit. Others are
   * shown words under the id from then on, and may bring them before their author when both have lost the server.
   */
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
  /** What the log holds after a sequence, in order; another process may have written it. */
  after(documentId: string, sequence: number): Promise<StoredNews[]>;
  /** Keeps what was folded, so that the next reader has less to read; an older one never replaces a newer one. */
  keepSnapshot(documentId: string, snapshot: Snapshot): Promise<void>;
  readonly clientIds: ClientIds;
}
