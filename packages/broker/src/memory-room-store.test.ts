import { MemoryRoomStore } from './memory-room-store.js';
import { roomStoreContract } from './room-store.contract.js';

roomStoreContract('MemoryRoomStore', async () => {
  const store = new MemoryRoomStore();
  let made = 0;
  return {
    store,
    async createDocument() {
      const id = `document-${(made += 1)}`;
      store.create(id);
      return id;
    },
    createPerson: async () => `person-${(made += 1)}`,
  };
});
