import type { ClientIds, LoggedUpdate, RoomStore, Snapshot, StoredDocument, StoredNews } from './room-store.js';

/** One row for each append. */
type Log = { rows: LoggedUpdate[][]; snapshot: Snapshot | null };

/** A store for tests. It forgets everything with its process, so no server may run on it. */
export class MemoryRoomStore implements RoomStore {
  private readonly logs = new Map<string, Log>();
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
    this.logs.set(documentId, { rows: start ? [[start]] : [], snapshot: null });
  }

  /** Everything that was appended, with who wrote it. */
  log(documentId: string): readonly LoggedUpdate[] {
    return this.logs.get(documentId)?.rows.flat() ?? [];
  }

  /** The newest snapshot that was kept. */
  snapshot(documentId: string): Snapshot | null {
    return this.logs.get(documentId)?.snapshot ?? null;
  }

  async load(documentId: string): Promise<StoredDocument | null> {
    const log = this.logs.get(documentId);
    if (!log) return null;
    const { rows, snapshot } = log;
    return {
      base: snapshot?.state ?? null,
      baseVector: snapshot?.vector ?? null,
      tail: rows.slice(snapshot?.sequence ?? 0).flatMap((row) => row.map(({ update }) => update)),
      lastSequence: rows.length,
      generation: 1,
    };
  }

  async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    const log = this.logs.get(documentId);
    if (!log) throw new RangeError('no such document');
    return log.rows.push(updates.map(({ update, actor }) => ({ update: new Uint8Array(update), actor })));
  }

  async after(documentId: string, sequence: number): Promise<StoredNews[]> {
    const rows = this.logs.get(documentId)?.rows.slice(sequence) ?? [];
    return rows.map((row, index) => ({
      documentId,
      sequence: sequence + index + 1,
      updates: row.map(({ update }) => update),
    }));
  }

  async keepSnapshot(documentId: string, snapshot: Snapshot): Promise<void> {
    const log = this.logs.get(documentId);
    if (log && (log.snapshot?.sequence ?? 0) < snapshot.sequence) log.snapshot = snapshot;
  }
}
