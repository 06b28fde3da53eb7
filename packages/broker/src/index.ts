export {
  Broker,
  type BrokerEvents,
  type BrokerSettings,
  type Connection,
  type Counts,
  type Observer,
} from './broker.js';
export { systemClock, type Clock } from './clock.js';
export { closeCodes, type CloseReason } from './close-codes.js';
export { emptyUpdate, fold, foldAndMend, foldHere, type Folded, type Folder, type Mend } from './fold.js';
export { largestFrame, limits, type Limits } from './limits.js';
export type { Closing, Identity, Peer, Rights } from './peer.js';
export type { ClientIds, LoggedUpdate, RoomStore, Snapshot, StoredDocument, StoredNews } from './room-store.js';
export type { AwarenessEntry } from './wire.js';
