import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { documentFromJson, documentJson, fragmentName, schemaFault, type DocumentNode } from './document.js';
import { mendDocument } from './mend.js';
import { goalText } from './starter-texts.js';

const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const texts = (json: DocumentNode): string[] => [
  ...(json.text === undefined ? [] : [json.text]),
  ...(json.content ?? []).flatMap(texts),
];

/** A document with a good paragraph, spoilt by the test; answers what mending leaves and how often it spoke. */
function mended(spoil: (fragment: Y.XmlFragment) => void): { json: DocumentNode; updates: number } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentFromJson({ type: 'doc', content: [paragraph('tetap ada')] }));
  spoil(doc.getXmlFragment(fragmentName));
  let updates = 0;
  doc.on('update', () => (updates += 1));
  mendDocument(doc);
  return { json: documentJson(Y.encodeStateAsUpdate(doc)), updates };
}

const element = (name: string, attributes: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
};

function nested(depth: number): Y.XmlElement {
  return depth === 0 ? element('paragraph', {}, new Y.XmlText('dalam')) : element('blockquote', {}, nested(depth - 1));
}

describe('mending', () => {
  it('says nothing about a sound document', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, documentFromJson(goalText('id')));
    let updates = 0;
    doc.on('update', () => (updates += 1));
    mendDocument(doc);

    expect(updates).toBe(0);
  });

  it.each<[string, (fragment: Y.XmlFragment) => void]>([
    ['a node nobody knows', (fragment) => fragment.push([element('script', {}, new Y.XmlText('alert(1)'))])],
    ['a list without items', (fragment) => fragment.push([element('bulletList', {}, new Y.XmlText('x'))])],
    ['an item without its list', (fragment) => fragment.push([element('listItem', {}, element('paragraph'))])],
    ['words outside a paragraph', (fragment) => fragment.insert(0, [new Y.XmlText('lepas')])],
    ['a heading of level 9', (fragment) => fragment.push([element('heading', { level: 9 }, new Y.XmlText('H'))])],
    ['a mention of nobody', (fragment) => fragment.push([element('paragraph', {}, element('mention', { id: 'x' }))])],
    ['more depth than anybody reads', (fragment) => fragment.push([nested(40)])],
  ])('takes out %s and leaves the rest', (_what, spoil) => {
    const { json, updates } = mended(spoil);

    expect(schemaFault(json)).toBeNull();
    expect(texts(json)).toContain('tetap ada');
    expect(texts(json).join()).not.toMatch(/alert|lepas|dalam/);
    expect(updates).toBe(1);
  });

  it('takes an attribute or a mark off that does not fit, and leaves the words', () => {
    const { json } = mended((fragment) => {
      const words = new Y.XmlText('tautan jahat');
      fragment.push([element('paragraph', { onclick: 'x' }, words)]);
      words.format(0, 6, { link: { href: 'javascript:alert(1)' } });
      words.format(7, 5, { bold: {} });
    });

    expect(schemaFault(json)).toBeNull();
    expect(JSON.stringify(json)).not.toMatch(/javascript|onclick/);
    expect(JSON.stringify(json)).toContain('bold');
    expect(texts(json).join('')).toContain('tautan jahat');
  });
});
