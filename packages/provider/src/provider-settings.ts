import type * as Y from 'yjs';
import type { HttpLine } from './http-line.js';
import type { UnsavedStore } from './unsaved-store.js';

/** What a provider works with. */
export interface ProviderSettings {
  /** Where documents are, such as `wss://host/collab`; the document's id is added. */
  url: string;
  documentId: string;
  /** Whose words these are: the server lets the socket in only while this person is signed in. */
  personId?: string;
  doc: Y.Doc;
  store: UnsavedStore;
  /** The way without sockets; without it only the socket is tried. */
  http?: HttpLine;
  /** Origins of updates that were not written here, such as the copy of the text on this device. */
  notWritten?: ReadonlySet<unknown>;
  WebSocketPolyfill?: typeof WebSocket;
  random?: () => number;
}
