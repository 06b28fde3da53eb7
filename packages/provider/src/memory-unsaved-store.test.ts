import { MemoryUnsavedStore } from './unsaved-store.js';
import { unsavedStoreContract } from './unsaved-store.contract.js';

unsavedStoreContract('MemoryUnsavedStore', () => {
  const store = new MemoryUnsavedStore();
  return () => store;
});
