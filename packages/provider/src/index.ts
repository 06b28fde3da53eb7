export { DocumentProvider } from './document-provider.js';
export { type DocumentStatus, unopened } from './document-status.js';
export { fetchLine, type FetchSettings } from './fetch-line.js';
export { type HttpLine, LineClosed, type News } from './http-line.js';
export type { ProviderSettings } from './provider-settings.js';
export { type Kept, type KeptUpdate, MemoryUnsavedStore, type Offer, type UnsavedStore } from './unsaved-store.js';
export type { Unsent } from './unsent.js';
