import { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { depthLimit, fragmentName, type DocumentNode } from './document.js';
import { editorSchema } from './editor-schema.js';

type Child = Y.XmlElement | Y.XmlText;

/**
 * Takes out of a document what its schema does not know, and says nothing about a sound one. An editor would drop the
 * same parts from every screen that shows them; done once, by the product, everybody keeps the same text.
 */
export function mendDocument(doc: Y.Doc): void {
  const fragment = doc.getXmlFragment(fragmentName);
  doc.transact(() => {
    mendChildren(fragment, 1);
    removeWhere(fragment, (child) => !isBlock(child));
  });
}

function mendChildren(parent: Y.XmlFragment, depth: number): void {
  removeWhere(parent, (child) => {
    if (child instanceof Y.XmlText) return mendWords(child);
    if (!(child instanceof Y.XmlElement) || depth >= depthLimit) return true;
    mendChildren(child, depth + 1);
    mendAttributes(child);
    return !isSound(nodeOf(child));
  });
}

/** From the end, so that places keep their numbers. */
function removeWhere(parent: Y.XmlFragment, isWrong: (child: Child) => boolean): void {
  for (let index = parent.length - 1; index >= 0; index -= 1) {
    if (isWrong(parent.get(index) as Child)) parent.delete(index, 1);
  }
}

function mendAttributes(element: Y.XmlElement): void {
  const known = editorSchema.nodes[element.nodeName]?.spec.attrs ?? {};
  for (const name of Object.keys(element.getAttributes())) {
    if (!Object.hasOwn(known, name)) element.removeAttribute(name);
  }
}

/** Takes marks off that do not fit, and whatever is no word; never the text itself. */
function mendWords(text: Y.XmlText): false {
  let at = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Delta) {
    if (typeof insert !== 'string') {
      text.delete(at, 1);
      continue;
    }
    for (const [name, attrs] of Object.entries(attributes)) {
      if (!isSound({ type: 'text', text: insert, marks: [markOf(name, attrs)] }))
        text.format(at, insert.length, { [name]: null });
    }
    at += insert.length;
  }
  return false;
}

type Delta = { insert: unknown; attributes?: Record<string, unknown> }[];

function nodeOf(element: Y.XmlElement): DocumentNode {
  const content = element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlElement) return [nodeOf(child)];
    return child instanceof Y.XmlText ? wordsOf(child) : [];
  });
  return { type: element.nodeName, attrs: element.getAttributes(), ...(content.length > 0 && { content }) };
}

function wordsOf(text: Y.XmlText): DocumentNode[] {
  return (text.toDelta() as Delta).map(({ insert, attributes = {} }) => ({
    type: 'text',
    text: String(insert),
    marks: Object.entries(attributes).map(([name, attrs]) => markOf(name, attrs)),
  }));
}

/** Marks that may overlap themselves carry a digest behind their name. */
export function markOf(name: string, attrs: unknown): { type: string; attrs: Record<string, unknown> } {
  const type = name.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
  return { type, attrs: typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {} };
}

function isSound(json: DocumentNode): boolean {
  try {
    Node.fromJSON(editorSchema, json).check();
    return true;
  } catch {
    return false;
  }
}

function isBlock(child: Child): boolean {
  const type = child instanceof Y.XmlElement ? editorSchema.nodes[child.nodeName] : undefined;
  return type !== undefined && editorSchema.topNodeType.contentMatch.matchType(type) !== null;
}
