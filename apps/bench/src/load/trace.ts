import * as Y from 'yjs';

/** A long editing session as frames to send, and what stands in the end. */
export interface Trace {
  updates: Uint8Array[];
  edits: number;
  text: string;
}

/** The size of the automerge-paper trace: 182,336 signs typed, 76,232 taken back. */
export const wholeTrace = 258_568;
const deletedShare = 76_232 / wholeTrace;
const runLength = 40;

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One person types and takes back, one key at a time, moving about; so many single updates go into one frame. */
export function makeTrace(edits: number, editsPerFrame: number): Trace {
  const random = numbers(20_240_917);
  const doc = new Y.Doc();
  const single: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => single.push(update));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  doc.transact(() => {
    doc.getXmlFragment('default').insert(0, [paragraph]);
    paragraph.insert(0, [text]);
  });
  let cursor = 0;
  let isDeleting = false;
  for (let edit = 0; edit < edits; edit += 1) {
    if (edit % runLength === 0) {
      cursor = Math.floor(random() * (text.length + 1));
      isDeleting = random() < deletedShare;
    }
    if (isDeleting && cursor > 0) text.delete((cursor -= 1), 1);
    else text.insert(cursor++, String.fromCharCode(97 + Math.floor(random() * 26)));
  }
  const trace = { updates: inFrames(single, editsPerFrame), edits, text: text.toString() };
  doc.destroy();
  return trace;
}

/** Merged, not typed at once: every key stays a piece of its own. */
function inFrames(single: readonly Uint8Array[], perFrame: number): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < single.length; from += perFrame) {
    frames.push(Y.mergeUpdates(single.slice(from, from + perFrame)));
  }
  return frames;
}
