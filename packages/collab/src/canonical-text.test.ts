import { describe, expect, it } from '@jest/globals';
import { canonicalText, type DocumentNode } from './index.js';

const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const text = (words: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode =>
  marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words };

describe('the canonical form of a text', () => {
  it('is the same however the words are cut into pieces', () => {
    expect(canonicalText(doc(text('kursi '), text('jati')))).toEqual(canonicalText(doc(text('kursi jati'))));
    const bold = { type: 'bold' };
    expect(canonicalText(doc(text('kur', bold), text('si', bold)))).toEqual(canonicalText(doc(text('kursi', bold))));
  });

  it('is the same however an accented letter is written', () => {
    expect(canonicalText(doc(text('cafe\u0301')))).toEqual(canonicalText(doc(text('caf\u00e9'))));
  });

  it('differs with every letter, look and attribute', () => {
    const forms = [
      doc(text('kursi')),
      doc(text('Kursi')),
      doc(text('kursi', { type: 'bold' })),
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 }, content: [text('kursi')] }] },
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 3 }, content: [text('kursi')] }] },
    ];
    expect(new Set(forms.map((form) => JSON.stringify(canonicalText(form)))).size).toBe(forms.length);
  });
});
