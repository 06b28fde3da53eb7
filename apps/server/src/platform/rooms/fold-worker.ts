import { parentPort } from 'node:worker_threads';
import { foldAndMend } from '@mufakat/broker';
import { mendDocument } from '@mufakat/collab';
import type { FoldAnswer, FoldWork } from './worker-folder.js';

/** The thread that folds documents, so that sockets are served meanwhile. */
parentPort?.on('message', ({ id, base, tail }: FoldWork) => {
  const answer = fold(base, tail);
  parentPort?.postMessage({ id, ...answer } satisfies FoldAnswer);
});

function fold(base: Uint8Array, tail: readonly Uint8Array[]): Omit<FoldAnswer, 'id'> {
  try {
    return { folded: foldAndMend(base, tail, mendDocument) };
  } catch (problem) {
    return { problem: String(problem) };
  }
}
