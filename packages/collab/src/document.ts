import { Node } from 'prosemirror-model';
import { prosemirrorToYXmlFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import { editorSchema } from './editor-schema.js';

/** A ProseMirror document, or a part of one, as plain data. */
export interface DocumentNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocumentNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
}

/** Where a text stops being a document: path of the node and what is wrong with it. */
export interface SchemaFault {
  path: string;
  reason: string;
}

/** The name of the Yjs fragment that holds the text; Tiptap's own default. */
export const fragmentName = 'default';

/**
 * The Yjs client id under which the server writes starting texts.
 * It is fixed so that the same text gives the same bytes: made twice, it is still there once.
 */
export const starterClientId = 1;

/** No node lies deeper than this; deeper trees make every recursive reader fail. */
export const depthLimit = 32;

const blocks = new Set(['paragraph', 'heading', 'horizontalRule']);

/** The words of a document as plain text, one line per paragraph or heading; for search, digests and excerpts. */
export function documentText(update: Uint8Array): string {
  const lines: string[] = [];
  readLines(documentJson(update), lines);
  return lines.join('\n');
}

/**
 * The document as ProseMirror JSON, exactly as it stands: a faulty one is returned faulty, see `schemaFault`. Where
 * several people have deleted all there was, nothing stands; that reads as the empty paragraph which editors show.
 */
export function documentJson(update: Uint8Array): DocumentNode {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, update);
    const fragment = doc.getXmlFragment(fragmentName);
    refuseDeep(fragment);
    if (fragment.length === 0) return { type: 'doc', content: [{ type: 'paragraph' }] };
    return yXmlFragmentToProsemirrorJSON(fragment) as DocumentNode;
  } finally {
    doc.destroy();
  }
}

/** The Yjs update that makes an empty document say this; throws when the JSON does not fit the schema. */
export function documentFromJson(json: DocumentNode): Uint8Array {
  const fault = schemaFault(json);
  if (fault) throw new RangeError(`${fault.path}: ${fault.reason}`);
  const doc = new Y.Doc();
  doc.clientID = starterClientId;
  doc.transact(() => prosemirrorToYXmlFragment(Node.fromJSON(editorSchema, json), doc.getXmlFragment(fragmentName)));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** The Yjs update that turns a document into this JSON, as an editor would: what stays the same is left alone. */
export function documentEdit(state: Uint8Array, json: DocumentNode): { update: Uint8Array; clientId: number } {
  const fault = schemaFault(json);
  if (fault) throw new RangeError(`${fault.path}: ${fault.reason}`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => prosemirrorToYXmlFragment(Node.fromJSON(editorSchema, json), doc.getXmlFragment(fragmentName)));
  const edit = { update: Y.encodeStateAsUpdate(doc, before), clientId: doc.clientID };
  doc.destroy();
  return edit;
}

/** The first place where this JSON breaks the schema, or null when it is a sound document. */
export function schemaFault(json: DocumentNode): SchemaFault | null {
  if (json.type !== 'doc') return { path: 'doc', reason: 'a document starts with doc' };
  return faultAt(json, 'doc', 0);
}

function faultAt(json: DocumentNode, path: string, depth: number): SchemaFault | null {
  if (depth > depthLimit) return { path, reason: `deeper than ${depthLimit}` };
  for (const [index, child] of (json.content ?? []).entries()) {
    const fault = faultAt(child, `${path}/${child.type}[${index}]`, depth + 1);
    if (fault) return fault;
  }
  return ownFault(json, path);
}

/** Checks one node with its children already known to be sound. */
function ownFault(json: DocumentNode, path: string): SchemaFault | null {
  try {
    const unknown = unknownAttribute(json);
    if (unknown) return { path, reason: `unknown attribute ${unknown}` };
    Node.fromJSON(editorSchema, json).check();
    return null;
  } catch (problem) {
    return { path, reason: problem instanceof Error ? problem.message : String(problem) };
  }
}

/** ProseMirror drops attributes it does not know; a text that is to be signed may not hold any. */
function unknownAttribute(json: DocumentNode): string | undefined {
  const known = editorSchema.nodes[json.type]?.spec.attrs ?? {};
  const onNode = Object.keys(json.attrs ?? {}).find((name) => !Object.hasOwn(known, name));
  if (onNode) return onNode;
  for (const mark of json.marks ?? []) {
    const allowed = editorSchema.marks[mark.type]?.spec.attrs ?? {};
    const onMark = Object.keys(mark.attrs ?? {}).find((name) => !Object.hasOwn(allowed, name));
    if (onMark) return onMark;
  }
  return undefined;
}

function readLines(node: DocumentNode, lines: string[]): void {
  if (blocks.has(node.type)) lines.push((node.content ?? []).map(inlineText).join(''));
  else for (const child of node.content ?? []) readLines(child, lines);
}

function inlineText(node: DocumentNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'mention') return `@${String(node.attrs?.['label'] ?? '')}`;
  return '';
}

/** Walks without recursion, so that a tree made to break readers cannot break this one. */
function refuseDeep(fragment: Y.XmlFragment): void {
  let level: Y.XmlFragment[] = [fragment];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthLimit) throw new RangeError(`the document is deeper than ${depthLimit}`);
    level = level.flatMap((parent) => parent.toArray().filter((child) => child instanceof Y.XmlFragment));
  }
}
