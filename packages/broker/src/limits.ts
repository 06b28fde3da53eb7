const KiB = 1024;
const MiB = 1024 * KiB;

/** Every bound of the broker, in bytes, milliseconds or counts. SPEC.md says what a stock client loses by each. */
export interface Limits {
  /** One message of a peer, except the answer to a greeting. */
  frame: number;
  /** One update; the client splits larger pastes. */
  update: number;
  /** The answer to a greeting: what a peer wrote while it was away. */
  firstSync: number;
  /** The stored bytes of a document. */
  state: number;
  /** Structs in one update. */
  structs: number;
  /** Root types of one document; the product's editor has one. */
  rootTypes: number;
  /** How far one update may move the clock of one client id. */
  advance: number;
  /** The highest clock of a client id, in documents and in awareness. */
  clock: number;
  /** Client ids one update may bring for the first time. */
  newClientIds: number;
  /** Depth of plain values (attributes, embeds) inside an update or an awareness state. */
  valueDepth: number;
  framesPerSecond: number;
  bytesPerSecond: number;
  /** Messages that make the broker read the whole document (step 1, repeated text), per second. */
  heavyPerSecond: number;
  /** How many seconds of the sustained rate may come at once. */
  burst: number;
  /** One awareness state. */
  awareness: number;
  /** Changes of awareness are gathered for so long. */
  awarenessInterval: number;
  socketsPerDocument: number;
  socketsPerPerson: number;
  /** Bytes a peer may leave unread before it is closed. */
  unsent: number;
  /** From so many unread bytes on a peer is given nothing more until it has caught up with half of them. */
  behind: number;
  /** A peer that is behind and reads nothing for so long is closed. */
  stalled: number;
  /** Updates held back because what they build on has not come. */
  missing: number;
  /** Accepted updates of one document that are not stored yet. */
  unsaved: number;
  /** A busy document is appended to at most this often, */
  appendEvery: number;
  /** or as soon as so many messages wait. */
  appendEnough: number;
  /** In a busy document the word that something is saved may wait so long for something to travel with. */
  savedWithin: number;
  /** A failing append is tried again after this, doubled each time, up to `retryMost`. */
  retryFirst: number;
  retryMost: number;
  /** An append that takes longer makes the document refuse writes. */
  storageGrace: number;
  /** A room without peers is kept for so long. */
  idleRoom: number;
  /** Documents of rooms without peers may take so many bytes together. */
  idleBytes: number;
  /** `drain` waits so long for storage. */
  drain: number;
  /** The tail is folded into the base beyond this many updates, */
  tail: number;
  /** or so long after the first edit that is not folded: folding finds what does not fit the document. */
  foldAfter: number;
  /** A document of more bytes is read elsewhere for those who have some of it. */
  readHere: number;
  /** A snapshot is kept after this many folded updates, or so many bytes of them. */
  snapshot: number;
  snapshotBytes: number;
  /** Text that builds on words of others which the log lacks waits so long for their author. */
  orphan: number;
  /** Words that another process showed before storing them are expected in the log for so long. */
  early: number;
}

/** The settings a server runs with. */
export const limits: Readonly<Limits> = {
  frame: MiB,
  update: 256 * KiB,
  firstSync: 8 * MiB,
  state: 8 * MiB,
  structs: 100_000,
  rootTypes: 16,
  advance: 1_000_000,
  clock: 2 ** 31 - 1,
  newClientIds: 64,
  valueDepth: 32,
  framesPerSecond: 120,
  bytesPerSecond: MiB,
  heavyPerSecond: 5,
  burst: 4,
  awareness: 4 * KiB,
  awarenessInterval: 100,
  socketsPerDocument: 300,
  socketsPerPerson: 20,
  unsent: 4 * MiB,
  behind: MiB,
  stalled: 10_000,
  missing: MiB,
  unsaved: 8 * MiB,
  appendEvery: 20,
  appendEnough: 8,
  savedWithin: 5,
  retryFirst: 200,
  retryMost: 5_000,
  storageGrace: 5_000,
  idleRoom: 30_000,
  idleBytes: 64 * MiB,
  drain: 2_000,
  tail: 500,
  foldAfter: 1_500,
  readHere: 256 * KiB,
  snapshot: 200,
  snapshotBytes: 64 * KiB,
  orphan: 30_000,
  early: 6_000,
};

/** The largest frame a transport must let through; the broker itself refuses what is too large for its kind. */
export const largestFrame = limits.firstSync + KiB;
