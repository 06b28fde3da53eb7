export { Broker, type BrokerSettings, type Connection } from './broker.js';
export { systemClock, type Clock } from './clock.js';
export { closeCodes, type CloseReason } from './close-codes.js';
export { emptyUpdate, fold } from './fold.js';
export { largestFrame, limits, type Limits } from './limits.js';
export type { Closing, Identity, Peer, Rights } from './peer.js';
export type { ClientIds, LoggedUpdate, RoomStore, StoredDocument } from './room-store.js';
