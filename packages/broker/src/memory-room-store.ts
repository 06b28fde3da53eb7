import type { ClientIds, LoggedUpdate, RoomStore, StoredDocument } from './room-store.js';

/** A store for tests. It forgets everything with its process, so no server may run on it. */
export class MemoryRoomStore implements RoomStore {
  private readonly logs = new Map<string, { updates: LoggedUpdate[]; sequence: number }>();
  private readonly owners = new Map<string, string>();

  readonly clientIds: ClientIds = {
    owner: async (documentId, clientId) => this.owners.get(`${documentId}/${clientId}`) ?? null,
    bind: async (documentId, clientId, personId) => {
      const key = `${documentId}/${clientId}`;
      const owner = this.owners.get(key) ?? personId;
      this.owners.set(key, owner);
      return owner;
    },
  };

  /** Makes an empty document, or one that starts with this update. */
  create(documentId: string, start?: LoggedUpdate): void {
    this.logs.set(documentId, { updates: start ? [start] : [], sequence: start ? 1 : 0 });
  }

  /** Everything that was appended, with who wrote it. */
  log(documentId: string): readonly LoggedUpdate[] {
    return this.logs.get(documentId)?.updates ?? [];
  }

  async load(documentId: string): Promise<StoredDocument | null> {
    const log = this.logs.get(documentId);
    if (!log) return null;
    return { base: null, tail: log.updates.map(({ update }) => update), lastSequence: log.sequence };
  }

  async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    const log = this.logs.get(documentId);
    if (!log) throw new RangeError('no such document');
    log.updates.push(...updates.map(({ update, actor }) => ({ update: new Uint8Array(update), actor })));
    log.sequence += 1;
    return log.sequence;
  }
}
