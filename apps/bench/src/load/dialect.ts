import * as encoding from 'lib0/encoding';

/** What a message from a server is, as far as a load client cares, and where its content begins. */
export type Heard =
  { kind: 'step1' | 'step2' | 'update' | 'other'; at: number } | { kind: 'saved' | 'acknowledged'; count: number };

/** How a server wants y-websocket's messages wrapped. */
export interface Dialect {
  /** What a client says when its socket is open. */
  hello(document: string): Uint8Array[];
  /** The answer to the server's step 1: nothing to add. */
  emptyAnswer(document: string): Uint8Array;
  update(document: string, update: Uint8Array): Uint8Array;
  awareness(document: string, states: Uint8Array): Uint8Array;
  read(message: Uint8Array): Heard;
}

export type DialectName = 'y-websocket' | 'hocuspocus';

const emptyState = Uint8Array.of(0);
const emptyUpdate = Uint8Array.of(0, 0);
const sync = 0;
const awareness = 1;
const step1 = 0;
const step2 = 1;
const update = 2;

/** The order of what is written inside a message: the kinds as numbers, the content as bytes with their length. */
function message(document: string | null, kinds: number[], content?: Uint8Array | string): Uint8Array {
  const encoder = encoding.createEncoder();
  if (document !== null) encoding.writeVarString(encoder, document);
  for (const kind of kinds) encoding.writeVarUint(encoder, kind);
  if (typeof content === 'string') encoding.writeVarString(encoder, content);
  else if (content) encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

function readSync(bytes: Uint8Array, at: number): Heard {
  const kinds = ['step1', 'step2', 'update'] as const;
  return { kind: kinds[bytes[at + 1] ?? 3] ?? 'other', at: at + 2 };
}

function varUint(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from, scale = 1; at < bytes.length; at += 1, scale *= 128) {
    value += ((bytes[at] ?? 0) & 127) * scale;
    if ((bytes[at] ?? 0) < 128) break;
  }
  return value;
}

const saved = 100;
const yWebsocket: Dialect = {
  hello: () => [message(null, [sync, step1], emptyState)],
  emptyAnswer: () => message(null, [sync, step2], emptyUpdate),
  update: (_, content) => message(null, [sync, update], content),
  awareness: (_, states) => message(null, [awareness], states),
  read: (bytes) => {
    if (bytes[0] === sync) return readSync(bytes, 0);
    if (bytes[0] === saved) return { kind: 'saved', count: varUint(bytes, 1) };
    return { kind: 'other', at: 0 };
  },
};

const auth = 2;
const syncReply = 4;
const syncStatus = 8;
const hocuspocus: Dialect = {
  hello: (document) => [message(document, [auth, 0], ''), message(document, [sync, step1], emptyState)],
  emptyAnswer: (document) => message(document, [sync, step2], emptyUpdate),
  update: (document, content) => message(document, [sync, update], content),
  awareness: (document, states) => message(document, [awareness], states),
  read: (bytes) => {
    const at = 1 + (bytes[0] ?? 0);
    const kind = bytes[at];
    if (kind === sync || kind === syncReply) return readSync(bytes, at);
    if (kind === syncStatus) return { kind: 'acknowledged', count: 1 };
    return { kind: 'other', at };
  },
};

export const dialects: Record<DialectName, Dialect> = { 'y-websocket': yWebsocket, hocuspocus };
