import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import {
  documentEdit,
  documentFromJson,
  documentJson,
  documentText,
  editorSchema,
  goalText,
  isSafeHref,
  meetingNotes,
  mentionTarget,
  schemaFault,
  starterGoalText,
  type DocumentNode,
} from './index.js';

const person = 'person:0190a6e0-0000-7000-8000-000000000001';

const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content });
const text = (words: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words };
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });

const everything = doc(
  { type: 'heading', attrs: { level: 2 }, content: [text('Target')] },
  paragraph(
    text('tebal', { type: 'bold' }),
    { type: 'hardBreak' },
    text('situs', { type: 'link', attrs: { href: 'https://contoh.id/' } }),
    { type: 'mention', attrs: { id: person, label: 'Sari' } },
  ),
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('satu'))] }] },
  { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('dua'))] }] },
  {
    type: 'taskList',
    content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('tiga'))] }],
  },
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text('empat'))] }] },
      { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('lima'))] }] },
    ],
  },
  { type: 'blockquote', content: [paragraph(text('enam', { type: 'italic' }, { type: 'underline' }))] },
  { type: 'horizontalRule' },
);

describe('the document', () => {
  it('comes back from bytes as the same document, for every node of the schema', () => {
    const back = editorSchema.nodeFromJSON(documentJson(documentFromJson(everything)));

    expect(back.toJSON()).toEqual(editorSchema.nodeFromJSON(everything).toJSON());
  });

  it('gives the same bytes for the same text, so a text made twice stands once', () => {
    const twice = Y.mergeUpdates([documentFromJson(everything), documentFromJson(everything)]);

    expect(documentFromJson(everything)).toEqual(documentFromJson(everything));
    expect(documentJson(twice)).toEqual(documentJson(documentFromJson(everything)));
  });

  it('is edited by an update that says the rest and nothing twice', () => {
    const start = documentFromJson(doc(paragraph(text('satu'))));
    const wanted = doc(paragraph(text('satu')), paragraph(text('dua')));
    const { update } = documentEdit(start, wanted);

    expect(documentJson(Y.mergeUpdates([start, update]))).toEqual(wanted);
    expect(documentText(Y.mergeUpdates([start, update, update]))).toBe('satu\ndua');
  });

  it('reads as one line per paragraph, with line breaks and names of mentions', () => {
    expect(documentText(documentFromJson(everything))).toBe(
      'Target\ntebal\nsitus@Sari\nsatu\ndua\ntiga\nempat\nlima\nenam\n',
    );
  });

  it('reads as an empty paragraph where nothing stands, such as after two people deleted what the other had left', () => {
    const json = documentJson(Y.encodeStateAsUpdate(new Y.Doc()));
    expect(json).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(schemaFault(json)).toBeNull();
  });

  it('refuses to read a tree deeper than 32 instead of breaking on it', () => {
    const deep = new Y.Doc();
    let parent: Y.XmlFragment = deep.getXmlFragment('default');
    for (let depth = 0; depth < 2000; depth += 1) {
      const child = new Y.XmlElement('blockquote');
      parent.insert(0, [child]);
      parent = child;
    }

    expect(() => documentText(Y.encodeStateAsUpdate(deep))).toThrow('deeper than 32');
  });
});

describe('the schema', () => {
  it.each<[string, DocumentNode, string]>([
    ['a node it does not know', doc({ type: 'iframe' }), 'doc/iframe[0]'],
    ['an empty document', doc(), 'doc'],
    ['a list item outside a list', doc({ type: 'listItem', content: [paragraph()] }), 'doc'],
    ['a heading of level 4', doc({ type: 'heading', attrs: { level: 4 } }), 'doc/heading[0]'],
    ['an attribute it does not know', doc({ type: 'paragraph', attrs: { onclick: 'x' } }), 'doc/paragraph[0]'],
    [
      'a link that runs a script',
      doc(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))),
      'doc/paragraph[0]/text[0]',
    ],
    [
      'a mention of nobody',
      doc(paragraph({ type: 'mention', attrs: { id: 'x', label: 'x' } })),
      'doc/paragraph[0]/mention[0]',
    ],
  ])('names the place of %s', (_what, json, path) => {
    expect(schemaFault(json)).toMatchObject({ path });
    expect(() => documentFromJson(json)).toThrow(path);
  });

  it('lets a link go to the web and to mail only', () => {
    expect(['https://a.id', 'HTTP://a.id', 'mailto:a@b.id'].map(isSafeHref)).toEqual([true, true, true]);
    expect(['javascript:x', 'data:x', '//a.id', 'https://a b', ' https://a', null].some(isSafeHref)).toBe(false);
  });

  it('tells a mentioned person from a mentioned organization', () => {
    expect(mentionTarget(person)?.kind).toBe('person');
    expect(mentionTarget(person.replace('person', 'organization'))?.kind).toBe('organization');
    expect(mentionTarget('partner:1')).toBeNull();
  });
});

describe('starting texts', () => {
  it.each(['id', 'en'] as const)('are sound documents with four guided headings and three of notes (%s)', (locale) => {
    const headings = (json: DocumentNode) => json.content?.filter(({ type }) => type === 'heading').length;

    expect([schemaFault(goalText(locale)), schemaFault(meetingNotes(locale))]).toEqual([null, null]);
    expect([headings(goalText(locale)), headings(meetingNotes(locale))]).toEqual([4, 3]);
  });

  it.each(['id', 'en'] as const)(
    'of a starter goal stands under the same headings and names what nobody has taken (%s)',
    (locale) => {
      const says = starterGoalText(locale, { why: 'Karena', limits: '', untaken: ['Pembeli: membayar'] });
      expect(schemaFault(says)).toBeNull();
      const titles = (node: DocumentNode) => node.content?.filter(({ type }) => type === 'heading');
      expect(titles(says)).toEqual(titles(goalText(locale)));
      expect(documentText(documentFromJson(says))).toContain('Pembeli: membayar');
    },
  );
});
