import { settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { LoggedUpdate } from './room-store.js';

/** A store whose appends wait until the test lets them through. */
export class GatedStore extends MemoryRoomStore {
  readonly batches: number[] = [];
  private gates: { open: () => void; fail: () => void }[] = [];

  override async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    this.batches.push(updates.length);
    await new Promise<void>((open, reject) => this.gates.push({ open, fail: () => reject(new Error('away')) }));
    return super.append(documentId, updates);
  }

  async open(): Promise<void> {
    this.gates.shift()?.open();
    await settle();
  }

  async fail(): Promise<void> {
    this.gates.shift()?.fail();
    await settle();
  }
}
