import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What the broker says beyond y-websocket: see its SPEC.md. */
export const said = { saved: 100, storage: 101, generation: 102, repaired: 103 } as const;

/** The largest update the broker takes outside of the answer to a greeting. */
export const largestUpdate = 256 * 1024;

const sync = 0;
const step2 = 1;
const update = 2;

/** What a frame of ours brings: everything the server lacks, one update, or no text at all. */
export function kindOf(frame: Uint8Array): 'answer' | 'update' | 'other' {
  if (frame[0] !== sync) return 'other';
  if (frame[1] === step2) return 'answer';
  return frame[1] === update ? 'update' : 'other';
}

/** The update inside an update frame. */
export function updateIn(frame: Uint8Array): Uint8Array {
  return decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)));
}

export function updateFrame(content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, update);
    encoding.writeVarUint8Array(encoder, content);
  });
}
