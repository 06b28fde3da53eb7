import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { splitUpdate } from './split-update.js';

/** The update of one edit on top of a document, and both documents. */
function edited(edit: (text: Y.XmlFragment) => void): { before: Uint8Array; after: Y.Doc; update: Uint8Array } {
  const after = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Awal dan akhir.')]);
  after.getXmlFragment('default').insert(0, [paragraph]);
  const before = Y.encodeStateAsUpdate(after);
  let update = new Uint8Array();
  after.once('update', (made: Uint8Array) => (update = new Uint8Array(made)));
  after.transact(() => edit(after.getXmlFragment('default')));
  return { before, after, update };
}

const textIn = (text: Y.XmlFragment) => (text.get(0) as Y.XmlElement).get(0) as Y.XmlText;

function applied(before: Uint8Array, pieces: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, before);
  for (const piece of pieces) {
    Y.applyUpdate(doc, piece);
    // Nothing waits: each piece stands on the one before.
    expect(doc.store.pendingStructs).toBeNull();
  }
  return doc;
}

const most = 64 * 1024;

describe('[P5] a large paste is split', () => {
  it.each([
    ['one stretch of 600 kB', (text: Y.XmlFragment) => textIn(text).insert(5, 'jati '.repeat(120_000))],
    ['signs of two halves each', (text: Y.XmlFragment) => textIn(text).insert(5, '🪑'.repeat(100_001))],
    [
      '4,000 paragraphs',
      (text: Y.XmlFragment) =>
        text.insert(
          1,
          Array.from({ length: 4_000 }, (_, line) => {
            const paragraph = new Y.XmlElement('paragraph');
            paragraph.insert(0, [new Y.XmlText(`Baris ${line}: kursi jati siap kirim sebelum lebaran.`)]);
            return paragraph;
          }),
        ),
    ],
    [
      'a paste over words that it replaces',
      (text: Y.XmlFragment) => {
        textIn(text).delete(0, 5);
        textIn(text).insert(0, 'meja '.repeat(60_000));
      },
    ],
  ])('%s', (_, edit) => {
    const { before, after, update } = edited(edit);
    const pieces = splitUpdate(update, most);

    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.filter(({ length }) => length > most)).toEqual([]);
    const doc = applied(before, pieces);
    expect(doc.getXmlFragment('default').toString()).toBe(after.getXmlFragment('default').toString());
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(after));
    // The broker compares what it is sent again with what it has: the same place has to hold the same text.
    Y.applyUpdate(doc, update);
    expect(doc.getXmlFragment('default').toString()).toBe(after.getXmlFragment('default').toString());
  });

  it('but what is small enough stays as it is', () => {
    const { update } = edited((text) => textIn(text).insert(0, 'kecil'));
    expect(splitUpdate(update, most)).toEqual([update]);
  });
});
