import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { frames } from './wire.js';

/** Whole numbers from 0 to `sides` - 1, the same for the same seed. */
export type Dice = (sides: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** How far the text of the client ids in a document goes; what builds on real text gets further. */
export type Reach = readonly (readonly [client: number, clock: number])[];

/** Numbers at which readers break. */
const edges = [
  0,
  1,
  2,
  63,
  64,
  127,
  128,
  255,
  2 ** 16,
  1_000_001,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 52,
  2 ** 53 - 1,
];
const words = ['', 'a', 'default', '__proto__', 'constructor', 'prototype', '\u0000', '🧵', 'x'.repeat(300)];
const jsons = ['null', '1', '"x"', '[]', '{}', '{"__proto__":{"a":1}}', '{', '{"a":[[[[1]]]]}', 'undefined', '1e999'];

/** Frames of honest screens that write, format, delete, and show themselves. */
export function honestFrames(roll: Dice, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 1_000_000 + roll(1_000_000);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(frames.update(update)));
  const fragment = doc.getXmlFragment('default');
  while (made.length < count) {
    honestEdit(doc, fragment, roll);
    if (roll(10) === 0) made.push(frames.answer(Y.encodeStateAsUpdate(doc)));
    if (roll(10) === 0) made.push(frames.greeting(Y.encodeStateVector(doc)));
    if (roll(10) === 0)
      made.push(frames.awareness([{ clientId: doc.clientID, clock: roll(99), json: '{"place":"a"}' }]));
    if (roll(20) === 0) made.push(new Uint8Array([3]));
  }
  return made;
}

function honestEdit(doc: Y.Doc, fragment: Y.XmlFragment, roll: Dice): void {
  const text = doc.getText('t');
  switch (roll(6)) {
    case 0: {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('kata')]);
      return fragment.insert(roll(fragment.length + 1), [paragraph]);
    }
    case 1:
      return void doc.getMap('m').set(`k${roll(5)}`, roll(2) ? { a: [roll(9)] } : 'v');
    case 2:
      return text.length > 3 ? text.delete(roll(text.length - 2), 2) : undefined;
    case 3:
      return text.length > 3 ? text.format(roll(text.length - 2), 2, { bold: true }) : undefined;
    case 4:
      return fragment.length > 2 ? fragment.delete(roll(fragment.length), 1) : undefined;
    default:
      return text.insert(roll(text.length + 1), `w${roll(1000)} `);
  }
}

/** A frame that means harm: one of the right shape with wrong values, a spoilt honest one, or noise. */
export function hostileFrame(roll: Dice, honest: readonly Uint8Array[], reach: Reach): Uint8Array {
  const kind = roll(10);
  if (kind < 4) return shaped(roll, reach);
  const sample = honest[roll(honest.length)] ?? new Uint8Array();
  return kind < 8 ? spoilt(sample, roll) : noise(roll, roll(64));
}

function shaped(roll: Dice, reach: Reach): Uint8Array {
  switch (roll(6)) {
    case 0:
      return frames.greeting(shapedVector(roll));
    case 1:
      return frames.answer(shapedUpdate(roll, reach));
    case 2:
      return shapedAwareness(roll);
    default:
      return frames.update(shapedUpdate(roll, reach));
  }
}

const number = (roll: Dice): number => (roll(3) === 0 ? (edges[roll(edges.length)] ?? 0) : roll(40));
const pick = (roll: Dice, from: readonly string[]): string => from[roll(from.length)] ?? '';

function shapedVector(roll: Dice): Uint8Array {
  return encoding.encode((encoder) => {
    const entries = roll(4);
    encoding.writeVarUint(encoder, roll(10) === 0 ? number(roll) : entries);
    for (let entry = 0; entry < entries * 2; entry += 1) encoding.writeVarUint(encoder, number(roll));
  });
}

function shapedAwareness(roll: Dice): Uint8Array {
  return frames.awareness(
    Array.from({ length: roll(4) }, () => ({
      clientId: number(roll),
      clock: number(roll),
      json: pick(roll, jsons),
    })),
  );
}

/** The grammar of an update, with values nobody would write. */
function shapedUpdate(roll: Dice, reach: Reach): Uint8Array {
  return encoding.encode((encoder) => {
    const clients = roll(3);
    encoding.writeVarUint(encoder, roll(20) === 0 ? number(roll) : clients);
    for (let client = 0; client < clients; client += 1) {
      const structs = 1 + roll(3);
      encoding.writeVarUint(encoder, roll(20) === 0 ? number(roll) : structs);
      const [own, end] = reach[roll(reach.length)] ?? [0, 0];
      const isReal = roll(3) > 0;
      encoding.writeVarUint(encoder, isReal ? own : number(roll));
      encoding.writeVarUint(encoder, isReal ? end : roll(2) === 0 ? 0 : number(roll));
      for (let struct = 0; struct < structs; struct += 1) writeStruct(encoder, roll, reach);
    }
    writeDeletions(encoder, roll, reach);
  });
}

function writeStruct(encoder: encoding.Encoder, roll: Dice, reach: Reach): void {
  const content = roll(12);
  const info = content | (roll(2) << 7) | (roll(2) << 6) | (roll(2) << 5);
  encoding.writeUint8(encoder, info);
  if (content === 0 || content === 10) return encoding.writeVarUint(encoder, number(roll));
  const writeId = () => {
    const [client, end] = reach[roll(reach.length)] ?? [0, 0];
    const isReal = roll(4) > 0;
    encoding.writeVarUint(encoder, isReal ? client : number(roll));
    encoding.writeVarUint(encoder, isReal ? roll(end + 1) : number(roll));
  };
  if (info & 0x80) writeId();
  if (info & 0x40) writeId();
  if ((info & 0xc0) === 0) {
    const isRoot = roll(2);
    encoding.writeVarUint(encoder, isRoot);
    if (isRoot) encoding.writeVarString(encoder, pick(roll, words));
    else writeId();
    if (info & 0x20) encoding.writeVarString(encoder, pick(roll, words));
  }
  writeContent(encoder, content, roll);
}

function writeContent(encoder: encoding.Encoder, content: number, roll: Dice): void {
  switch (content) {
    case 1:
      return encoding.writeVarUint(encoder, number(roll));
    case 2: {
      encoding.writeVarUint(encoder, 1);
      return encoding.writeVarString(encoder, pick(roll, jsons));
    }
    case 3:
      return encoding.writeVarUint8Array(encoder, noise(roll, roll(20)));
    case 4:
      return encoding.writeVarString(encoder, pick(roll, words));
    case 5:
      return encoding.writeVarString(encoder, pick(roll, jsons));
    case 6: {
      encoding.writeVarString(encoder, pick(roll, words));
      return encoding.writeVarString(encoder, pick(roll, jsons));
    }
    case 7: {
      const type = roll(8);
      encoding.writeVarUint(encoder, type);
      if (type === 3 || type === 5) encoding.writeVarString(encoder, pick(roll, words));
      return;
    }
    case 8: {
      encoding.writeVarUint(encoder, 1);
      return encoding.writeAny(encoder, JSON.parse(pick(roll, jsons.slice(0, 5))) as never);
    }
    default: {
      encoding.writeVarString(encoder, pick(roll, words));
      return encoding.writeAny(encoder, {});
    }
  }
}

function writeDeletions(encoder: encoding.Encoder, roll: Dice, reach: Reach): void {
  const clients = roll(3) === 0 ? roll(3) : 0;
  encoding.writeVarUint(encoder, roll(20) === 0 ? number(roll) : clients);
  for (let client = 0; client < clients; client += 1) {
    const [own, end] = reach[roll(reach.length)] ?? [0, 0];
    encoding.writeVarUint(encoder, roll(2) === 0 ? own : number(roll));
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, roll(2) === 0 ? roll(end + 1) : number(roll));
    encoding.writeVarUint(encoder, number(roll));
  }
}

/** An honest frame with bits turned, bytes cut out, doubled or put in, or the end cut off. */
function spoilt(sample: Uint8Array, roll: Dice): Uint8Array {
  const bytes = [...sample];
  for (let turn = 0; turn <= roll(3); turn += 1) {
    const at = roll(bytes.length + 1);
    switch (roll(5)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << roll(8));
        break;
      case 1:
        bytes.splice(at, 1 + roll(4));
        break;
      case 2:
        bytes.splice(at, 0, ...noise(roll, 1 + roll(4)));
        break;
      case 3:
        bytes.splice(at, 0, ...bytes.slice(at, at + roll(16)));
        break;
      default:
        bytes.length = at;
    }
  }
  return new Uint8Array(bytes);
}

function noise(roll: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => roll(256));
}
