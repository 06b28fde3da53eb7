import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { PeerFault } from './close-codes.js';

/** One client's awareness as it stands on the wire; `null` means gone. */
export interface AwarenessEntry {
  clientId: number;
  clock: number;
  json: string;
}

/** A message of a peer, taken apart. */
export type Message =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; entries: AwarenessEntry[] }
  | { kind: 'query' };

const sync = 0;
const awareness = 1;
const queryAwareness = 3;
const saved = 100;
const storage = 101;
const generation = 102;
const repaired = 103;
const step1 = 0;
const step2 = 1;
const update = 2;
const mostEntries = 1024;

/** Whether this frame answers a greeting; cheap enough to ask before anything else is read. */
export function isStep2(frame: Uint8Array): boolean {
  return frame[0] === sync && frame[1] === step2;
}

/** Takes one message apart; whatever is not exactly one message is malformed. */
export function readMessage(frame: Uint8Array): Message {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readKind(decoder);
    if (decoder.pos !== frame.length) throw new PeerFault('malformed', 'more than one message');
    return message;
  } catch (problem) {
    if (problem instanceof PeerFault) throw problem;
    throw new PeerFault('malformed', 'cut off');
  }
}

function readKind(decoder: decoding.Decoder): Message {
  switch (decoding.readVarUint(decoder)) {
    case sync:
      return readSync(decoder);
    case awareness:
      return { kind: 'awareness', entries: readEntries(decoding.createDecoder(readBytes(decoder))) };
    case queryAwareness:
      return { kind: 'query' };
    default:
      throw new PeerFault('malformed', 'unknown message');
  }
}

function readSync(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder);
  if (kind === step1) return { kind: 'step1', stateVector: readBytes(decoder) };
  if (kind === step2) return { kind: 'step2', update: readBytes(decoder) };
  if (kind === update) return { kind: 'update', update: readBytes(decoder) };
  throw new PeerFault('malformed', 'unknown sync message');
}

function readEntries(decoder: decoding.Decoder): AwarenessEntry[] {
  const count = decoding.readVarUint(decoder);
  if (count > mostEntries) throw new PeerFault('malformed', 'too many awareness states');
  const entries = Array.from({ length: count }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    json: decoding.readVarString(decoder),
  }));
  if (decoder.pos !== decoder.arr.length) throw new PeerFault('malformed', 'awareness ends elsewhere');
  return entries;
}

/** A copy of its own: a view could be made to look beyond the frame, and would keep the whole buffer alive. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new PeerFault('malformed', 'length beyond the frame');
  const bytes = new Uint8Array(decoder.arr.subarray(decoder.pos, decoder.pos + length));
  decoder.pos += length;
  return bytes;
}

/** The frames the broker sends. */
export const frames = {
  greeting: (stateVector: Uint8Array) => syncFrame(step1, stateVector),
  answer: (content: Uint8Array) => syncFrame(step2, content),
  update: (content: Uint8Array) => syncFrame(update, content),
  saved: (count: number) => frameOf([saved, count]),
  storage: (state: 'works' | 'fails') => frameOf([storage, state === 'fails' ? 1 : 0]),
  generation: (number: number) => frameOf([generation, number]),
  repaired: () => frameOf([repaired]),
  awareness: (entries: readonly AwarenessEntry[]) => frameOf([awareness], encodeEntries(entries)),
};

function encodeEntries(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
}

function syncFrame(kind: number, content: Uint8Array): Uint8Array {
  return frameOf([sync, kind], content);
}

/** Numbers, and after them content with its length; of the very size, because every edit makes some of these. */
function frameOf(numbers: readonly number[], content?: Uint8Array): Uint8Array {
  const heads = content ? [...numbers, content.length] : numbers;
  const frame = new Uint8Array(heads.reduce((size, number) => size + sizeOf(number), content?.length ?? 0));
  let at = 0;
  for (const head of heads) at = writeNumber(frame, at, head);
  if (content) frame.set(content, at);
  return frame;
}

/** Bytes of a number on the wire, seven bits in each. */
function sizeOf(number: number): number {
  let size = 1;
  for (let rest = number; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

function writeNumber(frame: Uint8Array, start: number, number: number): number {
  let at = start;
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) frame[at++] = (rest % 128) + 128;
  frame[at++] = rest;
  return at;
}
