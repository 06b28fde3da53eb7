import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { print, proofLine } from '../../../scripts/proof-line.mjs';
import { dice, honestFrames, hostileFrame, type Dice } from './hostile-frames.js';
import { settle } from './manual-clock.js';
import { openBroker, Screen } from './test-screen.js';

const isByCommand = process.env['FRAMES'] !== undefined;
const total = Number(process.env['FRAMES'] ?? 20_000);
const seed = Number(process.env['SEED'] ?? 1);
const perRoom = 500;
/** Nothing of a stranger's may take longer than this to be judged, in milliseconds. */
const longest = 1_000;

const began = performance.now();
const met = { refused: 0, taken: 0, slowest: 0, rooms: 0 };
const codes = new Map<number, number>();

/** The text of the log, to the byte. */
function digestOf(updates: readonly { update: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { update } of updates) hash.update(update);
  return hash.digest('hex');
}

/** One room under attack, with an honest writer in it and an honest reader next door. */
async function attackedRoom(roll: Dice) {
  const opened = openBroker({ framesPerSecond: 1e9, bytesPerSecond: 1e12, heavyPerSecond: 1e9 });
  opened.store.create('next door');
  const budi = new Screen('budi', opened.broker).join();
  const neighbour = new Screen('dewi', opened.broker).join('next door');
  await settle();
  const mallory = enter(opened.broker);
  const honest = honestFrames(roll, 60);
  for (const frame of honest.slice(0, 30)) mallory.say(frame);
  budi.type('kata budi');
  await settle();
  return { ...opened, budi, neighbour, honest, mallory };
}

/** How far the text of each client id goes on an honest screen. */
const reachOf = ({ doc }: Screen) => [...Y.decodeStateVector(Y.encodeStateVector(doc))];

function readable(part: unknown): string {
  try {
    return String(part);
  } catch {
    return 'no text';
  }
}

const shownOn = ({ doc }: Screen) => ({
  words: ['t', 'budi'].map((name) => doc.getText(name).toString()),
  // What is no text at all may stand among the paragraphs until the document is folded and mended.
  text: doc.getXmlFragment('default').toArray().map(readable),
  values: doc.getMap('m').toJSON(),
  reach: new Map(reachOf({ doc } as Screen)),
});

const enter = (broker: ReturnType<typeof openBroker>['broker']) => {
  const mallory = new Screen('mallory', broker);
  mallory.hear = () => undefined;
  return mallory.join();
};

describe('[R17] [R18] [R19] [R20] [R21] [R34] frames that mean harm', () => {
  for (let from = 0; from < total; from += perRoom) {
    const room = seed + from / perRoom;
    it(`break nothing and stay among themselves (seed ${room})`, async () => {
      const roll = dice(room);
      const { broker, store, problems, budi, neighbour, honest, ...rest } = await attackedRoom(roll);
      let { mallory } = rest;
      const next = neighbour.sent.length;
      const saved = budi.saved.at(-1) ?? 0;
      let reach = reachOf(budi);
      for (let count = 0; count < perRoom; count += 1) {
        if (mallory.closed !== null) mallory = enter(broker);
        const frame = hostileFrame(roll, honest, reach);
        const before = digestOf(store.log('doc'));
        const began = performance.now();
        mallory.say(frame);
        met.slowest = Math.max(met.slowest, performance.now() - began);
        await settle();
        if (mallory.closed === null) met.taken += 1;
        else {
          met.refused += 1;
          codes.set(mallory.closed, (codes.get(mallory.closed) ?? 0) + 1);
          expect(digestOf(store.log('doc'))).toBe(before);
        }
        if (count % 20 !== 0) continue;
        budi.doc.getText('budi').insert(0, 'b');
        await settle();
        reach = reachOf(budi);
      }
      const late = new Screen('citra', broker).join();
      late.ask();

      expect(problems).toEqual([]);
      expect([budi.closed, late.closed]).toEqual([null, null]);
      // Whoever may write may also delete; what is saved is in the log all the same.
      expect(budi.saved.at(-1)).toBeGreaterThanOrEqual(saved + perRoom / 20);
      expect(store.log('doc').filter(({ actor }) => actor === 'budi').length).toBeGreaterThan(perRoom / 20);
      expect(shownOn(late)).toEqual(shownOn(budi));
      expect(neighbour.sent.length).toBe(next);
      met.rooms += 1;
      if (isByCommand && met.rooms % 100 === 0) print(`  ${met.rooms * perRoom} of ${total} frames`);
    });
  }

  afterAll(() => {
    expect(met.slowest).toBeLessThan(longest);
    expect(met.refused).toBeGreaterThan(total / 4);
    if (!isByCommand) return;
    const seeds = [seed, seed + Math.ceil(total / perRoom) - 1] as const;
    const counts = `${met.taken + met.refused} frames, ${met.refused} refused (${[...codes].sort().join('; ')})`;
    const result = `${met.rooms} of ${total / perRoom} rooms unharmed; slowest frame ${met.slowest.toFixed(0)} ms`;
    print(proofLine({ proof: 'fuzz', seeds, counts, began, result }));
  });
});
