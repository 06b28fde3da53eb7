import type { PersonId, TextNode } from '@mufakat/domain';
import * as Y from 'yjs';
import { fragmentName } from './document.js';
import { gatherWords } from './gather-words.js';
import { markOf, mendDocument } from './mend.js';
import type { TextAuthors } from './text-authors.js';

/** A sign of a text, or a mention or another thing in a line, and under which id of Yjs it stands. */
export interface Sign {
  clientId: number;
  clock: number;
  says: string;
}

/** The document as it is read: sound, and each word with who wrote it. */
export function authoredText(state: Uint8Array, authors: TextAuthors): TextNode {
  return withDocument(state, (doc) => {
    mendDocument(doc);
    const content = blocksOf(doc.getXmlFragment(fragmentName), authors);
    return { type: 'doc', content };
  });
}

/** Every sign of a document in the order in which it is read. */
export function* signsOf(parent: Y.XmlFragment): Generator<Sign> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield* signsOfWords(child);
    else if (child instanceof Y.XmlElement && child._item) {
      const { client, clock } = child._item.id;
      if (child.length === 0) yield { clientId: client, clock, says: child.nodeName };
      yield* signsOf(child);
    }
  }
}

/** Opens a document for a look; what is changed in it is forgotten. */
export function withDocument<T>(state: Uint8Array, look: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return look(doc);
  } finally {
    doc.destroy();
  }
}

function* signsOfWords(text: Y.XmlText): Generator<Sign> {
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const [at, says] of item.content.str.split('').entries()) yield { clientId: client, clock: clock + at, says };
  }
}

function blocksOf(parent: Y.XmlFragment, authors: TextAuthors): TextNode[] {
  return gatherWords(
    parent.toArray().flatMap((child) => {
      if (child instanceof Y.XmlText) return wordsOf(child, authors);
      return child instanceof Y.XmlElement ? [elementOf(child, authors)] : [];
    }),
  );
}

const inLine = new Set(['mention', 'hardBreak']);

function elementOf(element: Y.XmlElement, authors: TextAuthors): TextNode {
  const attrs = element.getAttributes() as Record<string, unknown>;
  const content = blocksOf(element, authors);
  const id = element._item?.id;
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(inLine.has(element.nodeName) && { author: id ? authors.of(id.client, id.clock) : null }),
    ...(content.length > 0 && { content }),
  };
}

/** The words of a line, cut where the look or the author changes. */
function wordsOf(text: Y.XmlText, authors: TextAuthors): TextNode[] {
  const looks = new Map<string, unknown>();
  const words: TextNode[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) looks.delete(content.key);
      else looks.set(content.key, content.value);
    } else if (content instanceof Y.ContentString) {
      const marks = [...looks].map(([name, attrs]) => plainMark(name, attrs));
      for (const { author, text: said } of byAuthor(content.str, (at) => authors.of(id.client, id.clock + at)))
        words.push({ type: 'text', text: said, ...(marks.length > 0 && { marks }), author });
    }
  }
  return words;
}

function plainMark(name: string, attrs: unknown): NonNullable<TextNode['marks']>[number] {
  const mark = markOf(name, attrs);
  return Object.keys(mark.attrs).length > 0 ? mark : { type: mark.type };
}

function byAuthor(words: string, authorAt: (at: number) => PersonId | null) {
  const runs: { author: PersonId | null; text: string }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const author = authorAt(at);
    const last = runs.at(-1);
    if (last && last.author === author) last.text += words.charAt(at);
    else runs.push({ author, text: words.charAt(at) });
  }
  return runs;
}
