import { Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import { signsOf, withDocument, type Sign } from './authored-text.js';
import { fragmentName } from './document.js';
import { editorSchema } from './editor-schema.js';
import { mendDocument } from './mend.js';
import type { ReturnedWords, TextAuthors } from './text-authors.js';

/** The edit that makes a text say again what a version of it says, and whose words it brings back. */
export interface RestoringEdit {
  update: Uint8Array;
  clientId: number;
  returned: ReturnedWords[];
}

/** A forward edit as an editor would make it: what stays the same is left alone. Null when nothing differs. */
export function restoringEdit(now: Uint8Array, version: Uint8Array, authors: TextAuthors): RestoringEdit | null {
  return withDocument(version, (old) => {
    mendDocument(old);
    const before = old.getXmlFragment(fragmentName);
    return withDocument(now, (doc) => {
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      const fragment = doc.getXmlFragment(fragmentName);
      const wanted = Node.fromJSON(editorSchema, yXmlFragmentToProsemirrorJSON(before));
      doc.transact(() => prosemirrorToYXmlFragment(wanted, fragment));
      if (updates.length === 0) return null;
      const returned = returnedWords(doc.clientID, [[...signsOf(before)], [...signsOf(fragment)]], authors);
      return { update: Y.mergeUpdates(updates), clientId: doc.clientID, returned };
    });
  });
}

/** Both texts say the same, so the author of each sign that came anew is that of the sign in its place. */
function returnedWords(clientId: number, [was, is]: [Sign[], Sign[]], authors: TextAuthors): ReturnedWords[] {
  const stretches: ReturnedWords[] = [];
  for (const [at, sign] of is.entries()) {
    const source = was[at];
    if (sign.clientId !== clientId || source?.says !== sign.says) continue;
    const author = authors.of(source.clientId, source.clock);
    const last = stretches.at(-1);
    if (last && last.author === author && last.clock + last.length === sign.clock) last.length += 1;
    else stretches.push({ clientId, clock: sign.clock, length: 1, author });
  }
  return stretches;
}
