import { Fragment, Node } from 'prosemirror-model';
import type { DocumentNode } from './document.js';
import { editorSchema } from './editor-schema.js';

/**
 * The same words always as the same JSON: neighbouring text of equal marks is one node, letters are in NFC,
 * attributes are complete. Two devices may hold a text in different pieces; what is signed may not depend on that.
 */
export function canonicalText(json: DocumentNode): DocumentNode {
  return joined(Node.fromJSON(editorSchema, json)).toJSON() as DocumentNode;
}

function joined(node: Node): Node {
  if (node.isText) return editorSchema.text((node.text ?? '').normalize('NFC'), node.marks);
  const children: Node[] = [];
  node.forEach((child) => children.push(joined(child)));
  return node.copy(Fragment.fromArray(children));
}
