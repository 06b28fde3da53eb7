import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { emptyUpdate, fold } from './fold.js';
import { settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { LoggedUpdate } from './room-store.js';
import { openBroker, Screen } from './test-screen.js';

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return (state >>> 8) % sides;
  };
}

/** A store that fails now and then, sometimes after it has stored. */
class UnluckyStore extends MemoryRoomStore {
  constructor(private readonly roll: (sides: number) => number) {
    super();
  }

  override async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    const luck = this.roll(6);
    if (luck === 0) throw new Error('away');
    const sequence = await super.append(documentId, updates);
    if (luck === 1) throw new Error('the answer was lost');
    return sequence;
  }
}

/** A client that answers greetings, as y-websocket does. */
class HonestScreen extends Screen {
  connect(): void {
    this.leave();
    // A store that was away for too long closes writers with 1013, and they come back.
    this.closed = null;
    this.join();
    this.ask();
  }

  override hear(frame: Uint8Array): void {
    super.hear(frame);
    if (frame[0] === 0 && frame[1] === 0) queueMicrotask(() => this.answer());
  }

  edit(roll: (sides: number) => number): void {
    const text = this.doc.getText('t');
    if (text.length > 4 && roll(3) === 0) text.delete(roll(text.length - 3), 3);
    else text.insert(roll(text.length + 1), `${this.name}${roll(10)}`);
  }
}

describe('[R7] [R8] [R9] [R10] [R12] [R13] [R21] [R23] whatever the order of typing, leaving, returning and failing', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'everybody ends with the text of the log, and nobody is closed (seed %d)',
    async (seed) => {
      const roll = dice(seed);
      const store = new UnluckyStore(roll);
      store.create('doc');
      const { broker, clock } = openBroker({ tail: 20, heavyPerSecond: 1000 }, { store });
      const screens = ['a', 'b', 'c'].map((name) => new HonestScreen(name, broker));
      for (const screen of screens) screen.connect();
      for (let turn = 0; turn < 200; turn += 1) {
        const screen = screens[roll(3)];
        if (roll(12) === 0) screen?.leave();
        else if (roll(8) === 0) screen?.connect();
        else screen?.edit(roll);
        if (roll(2) === 0) await clock.pass(roll(300));
      }
      for (const screen of screens) screen.connect();
      await clock.pass(60_000);
      await settle();

      const kept = new Y.Doc();
      Y.applyUpdate(
        kept,
        fold(
          emptyUpdate,
          store.log('doc').map(({ update }) => update),
        ),
      );
      expect(kept.getText('t').length).toBeGreaterThan(50);
      expect(screens.map(({ closed }) => closed)).toEqual([null, null, null]);
      expect(screens.map(({ text }) => text)).toEqual(screens.map(() => kept.getText('t').toString()));
    },
  );
});
