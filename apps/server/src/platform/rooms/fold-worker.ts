import { parentPort } from 'node:worker_threads';
import { foldHere } from '@mufakat/broker';
import { mendDocument } from '@mufakat/collab';
import type { FoldAnswer, FoldWork } from './worker-folder.js';

const folder = foldHere(mendDocument);

/** The thread that folds and reads documents, so that sockets are served meanwhile. */
parentPort?.on('message', (work: FoldWork) => {
  void answer(work).then((said) => parentPort?.postMessage({ id: work.id, ...said } satisfies FoldAnswer));
});

async function answer(asked: FoldWork): Promise<Omit<FoldAnswer, 'id'>> {
  try {
    const done = asked.work === 'fold' ? folder.fold(...asked.given) : folder.difference(...asked.given);
    return { done: await done };
  } catch (problem) {
    return { problem: String(problem) };
  }
}
