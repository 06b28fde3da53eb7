import type { Clock } from './clock.js';
import type { Limits } from './limits.js';

/** A room that nobody looks at. */
interface Resting {
  /** Bytes of the document held in memory. */
  readonly bytes: number;
  /** Frees it, unless something is to be stored. */
  free(): void;
}

/** Rooms without peers, which are kept a while for those who come back, within a budget of bytes. */
export class RestingRooms {
  /** The longest at rest first, with their bytes when they came to rest. */
  private readonly rooms = new Map<Resting, { bytes: number; cancel: () => void }>();
  private bytes = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  add(room: Resting): void {
    if (this.rooms.has(room)) return;
    const { bytes } = room;
    this.rooms.set(room, { bytes, cancel: this.clock.after(this.limits.idleRoom, () => this.free(room)) });
    this.bytes += bytes;
    for (const oldest of this.rooms.keys()) {
      if (this.bytes <= this.limits.idleBytes) return;
      this.free(oldest);
    }
  }

  delete(room: Resting): void {
    const found = this.rooms.get(room);
    if (!found) return;
    found.cancel();
    this.rooms.delete(room);
    this.bytes -= found.bytes;
  }

  private free(room: Resting): void {
    this.delete(room);
    room.free();
  }
}
