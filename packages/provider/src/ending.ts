import * as Y from 'yjs';
import { clash, replaced } from './reconnecting.js';
import type { UnsavedStore } from './unsaved-store.js';
import type { UnsavedWords } from './unsaved-words.js';
import { linesOf, type Unsent } from './unsent.js';

/** How a document ended: with a closing code, or because its history was replaced by this generation. */
export interface Ending {
  code: number;
  generation: number | null;
}

/** Whether the document itself is no longer of use; otherwise it only may not be written any more. */
export const makesStale = ({ code }: Ending): boolean => code === replaced || code === clash;

/** What is set aside, of which document, and who is told of it. */
interface SettingAside {
  doc: Y.Doc;
  words: UnsavedWords;
  store: UnsavedStore;
  ending: Ending;
  /** Told in the turn in which the words leave the line, so that nobody sees them in neither place. */
  offer(unsent: Unsent): void;
}

/**
 * Takes the unsaved words out of the line, also those that are written meanwhile, and keeps them to be offered. Answers
 * whether the device keeps them.
 */
export async function setAside({ doc, words, store, ending, offer: tell }: SettingAside): Promise<boolean> {
  let areKept = true;
  let isFirst = makesStale(ending);
  while (isFirst || words.count > 0) {
    isFirst = false;
    const updates = words.updates;
    const keys = await words.keysOf(updates);
    const offer = (isGone: (key: number) => boolean) => {
      const own = updates.filter((update) => {
        const key = keys.get(update) ?? null;
        return key === null || !isGone(key);
      });
      return own.length > 0 ? unsentOf(doc, own, ending.code) : null;
    };
    const kept = [...keys.values()].filter((key) => key !== null);
    const offered = await store
      .setAside(kept, (there) => offer((key) => !there.has(key)), ending.generation)
      .catch(() => {
        areKept = false;
        return offer(() => false);
      });
    words.arrived(updates);
    if (offered) tell(offered);
  }
  return areKept;
}

function unsentOf(doc: Y.Doc, updates: readonly Uint8Array[], code: number): Unsent {
  return {
    id: `${doc.clientID}-${Date.now()}-${updates.length}`,
    code,
    changes: updates.length,
    lines: linesOf(doc, updates),
    update: Y.mergeUpdates([...updates]),
  };
}
