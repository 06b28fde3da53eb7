import { parentPort } from 'node:worker_threads';
import type { TextAnswer, TextAsked } from './text-desk.js';
import { textWork } from './text-work.js';

/** The thread on which whole texts are read, compared and restored. */
parentPort?.on('message', ({ id, work, given }: TextAsked) => {
  parentPort?.postMessage({ id, ...answer(work, given) } satisfies TextAnswer);
});

function answer(work: TextAsked['work'], given: unknown): Omit<TextAnswer, 'id'> {
  try {
    return { done: textWork[work](given as never) };
  } catch (problem) {
    return { problem: String(problem) };
  }
}
