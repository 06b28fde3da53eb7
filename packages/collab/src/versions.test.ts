import { describe, expect, it } from '@jest/globals';
import type { PersonId, TextNode } from '@mufakat/domain';
import * as Y from 'yjs';
import { authoredText } from './authored-text.js';
import { compareTexts, sayingOf } from './compare-texts.js';
import { documentEdit, documentFromJson, documentJson, documentText, type DocumentNode } from './document.js';
import { restoringEdit } from './restoring-edit.js';
import { TextAuthors, type ReturnedWords } from './text-authors.js';

const [hadi, siti] = ['hadi' as PersonId, 'siti' as PersonId];

const words = (text: string, ...marks: string[]): DocumentNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const line = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? words(part) : part)),
});
const text = (...content: (string | DocumentNode)[]): DocumentNode => ({
  type: 'doc',
  content: content.map((part) => (typeof part === 'string' ? line(part) : part)),
});
const tick = (checked: boolean, said: string): DocumentNode => ({
  type: 'taskItem',
  attrs: { checked },
  content: [line(said)],
});

/** A text that people write by turns, each under an id of their own. */
class Sheet {
  private readonly owners = new Map<number, PersonId>();
  private readonly returned: ReturnedWords[] = [];
  state: Uint8Array;

  constructor(start: DocumentNode) {
    this.state = documentFromJson(start);
  }

  get authors(): TextAuthors {
    return new TextAuthors(this.owners, this.returned);
  }

  get read(): TextNode {
    return authoredText(this.state, this.authors);
  }

  write(person: PersonId, json: DocumentNode): Uint8Array {
    const { update, clientId } = documentEdit(this.state, json);
    this.take(person, clientId, update);
    return this.state;
  }

  restore(person: PersonId, version: Uint8Array): void {
    const edit = restoringEdit(this.state, version, this.authors);
    if (!edit) return;
    this.returned.push(...edit.returned);
    this.take(person, edit.clientId, edit.update);
  }

  /** As the folder leaves it: what was deleted is gone for good. */
  private take(person: PersonId, clientId: number, update: Uint8Array): void {
    this.owners.set(clientId, person);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.state);
    Y.applyUpdate(doc, update);
    this.state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
  }
}

/** A text as one line: words with their author in front, changes in brackets. */
function told(node: TextNode): string {
  const open = { added: '[+', removed: '[-' };
  const own = node.text ?? '';
  const inside = (node.content ?? []).map(told).join(node.type === 'paragraph' || node.type === 'heading' ? '' : ' | ');
  const said = own + inside;
  return node.change && !node.content ? `${open[node.change]}${said}]` : said;
}
const authored = (node: TextNode): string[] =>
  node.type === 'text' ? [`${node.author ?? 'mufakat'}: ${node.text ?? ''}`] : (node.content ?? []).flatMap(authored);

const plain = (json: DocumentNode) => authoredText(documentFromJson(json), new TextAuthors(new Map()));
const compared = (before: DocumentNode, after: DocumentNode) => compareTexts(plain(before), plain(after));

describe('who wrote what', () => {
  it('tells each run of words by the person whose client id it stands under', () => {
    const sheet = new Sheet(text('Mengapa'));
    sheet.write(hadi, text('Mengapa', 'Kami kirim'));
    sheet.write(siti, text('Mengapa', 'Kami selalu kirim'));
    expect(authored(sheet.read)).toEqual(['mufakat: Mengapa', 'hadi: Kami ', 'siti: selalu ', 'hadi: kirim']);
  });

  it('tears no word where somebody typed right before the same letter', () => {
    const sheet = new Sheet(text('Awal'));
    sheet.write(hadi, text('Awal', 'tiga buah dikirim'));
    sheet.write(siti, text('Awal', 'tiga bata buah dikirim'));
    expect(authored(sheet.read).slice(1)).toEqual(['hadi: tiga ', 'siti: bata ', 'hadi: buah dikirim']);
    const letters = new Sheet(text('Awal'));
    letters.write(hadi, text('Awal', 'tiga buah'));
    for (let at = 1; at <= 'Rabu.'.length; at += 1)
      letters.write(siti, text('Awal', `tiga ${'Rabu.'.slice(0, at)}buah`));
    expect(authored(letters.read).slice(1)).toEqual(['hadi: tiga ', 'siti: Rabu.', 'hadi: buah']);
    expect(sayingOf(letters.read)).toBe(sayingOf(documentJson(letters.state) as TextNode));
  });

  it('keeps looks, lists and tables as they are', () => {
    const cell = (said: string): DocumentNode => ({ type: 'tableCell', content: [line(said)] });
    const json = text(
      { type: 'heading', attrs: { level: 2 }, content: [words('Batas')] },
      line('Harga ', words('tidak', 'bold'), ' dibahas'),
      { type: 'taskList', content: [tick(true, 'Kirim')] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('A'), cell('B')] }] },
    );
    const sheet = new Sheet(json);
    expect(sayingOf(sheet.read)).toBe(sayingOf(documentJson(sheet.state) as TextNode));
  });

  it('is not lost when the text is folded and what was deleted is thrown away', () => {
    const sheet = new Sheet(text('Awal'));
    for (let turn = 0; turn < 60; turn += 1) {
      sheet.write(hadi, text('Awal', `Ini ditulis Hadi, kali ${turn}`));
      sheet.write(siti, text('Awal', `Ini ditulis Hadi, kali ${turn}`, `Siti menambah ${turn}`));
      sheet.write(hadi, text('Awal'));
    }
    sheet.write(hadi, text('Awal', 'Milik Hadi'));
    sheet.write(siti, text('Awal', 'Milik Hadi', 'Milik Siti'));
    expect(authored(sheet.read)).toEqual(['mufakat: Awal', 'hadi: Milik Hadi', 'siti: Milik Siti']);
  });
});

describe('what changed', () => {
  it('is told word by word inside of a paragraph', () => {
    const { content, added, removed } = compared(
      text('Target naik 5 kontainer'),
      text('Target naik 6,5 kontainer besar'),
    );
    expect(told(content)).toBe('Target naik [-5][+6,5] kontainer[+ besar]');
    expect([added, removed]).toEqual([2, 1]);
  });

  it('is told as whole paragraphs where they came or went, and where little stayed of one', () => {
    const { content } = compared(
      text('Satu dua tiga', 'Hilang', 'Akhir'),
      text('Satu dua tiga', 'Akhir', 'Baru sama sekali'),
    );
    expect(told(content)).toBe('Satu dua tiga | [-Hilang] | Akhir | [+Baru sama sekali]');
  });

  it('reads words that changed in a row as one change', () => {
    const { content } = compared(text('Kami kirim tiap hari Senin'), text('Kami kirim setiap pekan Senin'));
    expect(told(content)).toBe('Kami kirim [-tiap hari][+setiap pekan] Senin');
  });

  it('goes into lists, and shows a ticked box as the line that went and came', () => {
    const list = (...items: DocumentNode[]): DocumentNode => ({ type: 'taskList', content: items });
    const before = text(list(tick(false, 'Kirim contoh kursi'), tick(false, 'Hitung ongkos')));
    const after = text(list(tick(false, 'Kirim contoh meja'), tick(true, 'Hitung ongkos')));
    expect(told(compared(before, after).content)).toBe(
      'Kirim contoh [-kursi][+meja] | [-Hitung ongkos] | [+Hitung ongkos]',
    );
  });

  it('counts the author of what was removed as who had written it', () => {
    const sheet = new Sheet(text('Awal'));
    const before = authoredText(sheet.write(hadi, text('Awal', 'Punya Hadi')), sheet.authors);
    sheet.write(siti, text('Awal'));
    expect(authored(compareTexts(before, sheet.read).content)).toContain('hadi: Punya Hadi');
  });

  it('is nothing between a text and itself', () => {
    const same = text('Satu', 'Dua');
    expect(compared(same, same)).toMatchObject({ added: 0, removed: 0 });
  });

  it('holds both texts whole: without what was added it is the older one, without what was removed the newer', () => {
    const only = (node: TextNode, other: TextNode['change']): TextNode => ({
      ...node,
      change: undefined,
      ...(node.content && {
        content: node.content.filter(({ change }) => change !== other).map((child) => only(child, other)),
      }),
    });
    const before = text(
      'Pembeli menunda pesanan.',
      line('Kami ', words('terlambat', 'italic'), ' dua minggu'),
      'Batas',
    );
    const after = text('Pembeli sering menunda.', 'Kami terlambat satu minggu', { type: 'horizontalRule' }, 'Batas');
    const { content } = compared(before, after);
    expect(documentText(documentFromJson(stripped(only(content, 'added'))))).toBe(
      documentText(documentFromJson(before)),
    );
    expect(documentText(documentFromJson(stripped(only(content, 'removed'))))).toBe(
      documentText(documentFromJson(after)),
    );
  });
});

/** As the schema of the editor knows it. */
const stripped = ({ type, attrs, text: said, marks, content }: TextNode): DocumentNode => ({
  type,
  ...(attrs && { attrs }),
  ...(said !== undefined && { text: said }),
  ...(marks && { marks: marks.map((mark) => ({ type: mark.type, ...(mark.attrs && { attrs: mark.attrs }) })) }),
  ...(content && content.length > 0 && { content: content.map(stripped) }),
});

describe('restoring a version', () => {
  it('makes the text say again what the version says, and leaves alone what stayed', () => {
    const sheet = new Sheet(text('Awal'));
    const version = sheet.write(hadi, text('Awal', 'Kami kirim tiap Senin', 'Batas'));
    sheet.write(siti, text('Awal', 'Batas', 'Tambahan'));
    sheet.restore(siti, version);
    expect(documentText(sheet.state)).toBe('Awal\nKami kirim tiap Senin\nBatas');
  });

  it('leaves the words that come back to who wrote them, also when they come back a second time', () => {
    const sheet = new Sheet(text('Awal'));
    sheet.write(hadi, text('Awal', 'Kami kirim'));
    const first = sheet.write(siti, text('Awal', 'Kami selalu kirim'));
    sheet.write(siti, text('Kosong'));
    sheet.restore(siti, first);
    expect(authored(sheet.read)).toEqual(['mufakat: Awal', 'hadi: Kami ', 'siti: selalu ', 'hadi: kirim']);
    const second = sheet.state;
    sheet.write(hadi, text('Kosong lagi'));
    sheet.restore(hadi, second);
    expect(authored(sheet.read)).toEqual(['mufakat: Awal', 'hadi: Kami ', 'siti: selalu ', 'hadi: kirim']);
  });

  it('is no edit when the text says the same already', () => {
    const sheet = new Sheet(text('Awal'));
    const version = sheet.write(hadi, text('Awal', 'Dua'));
    sheet.write(siti, text('Awal', 'Dua', 'Tiga'));
    sheet.write(siti, text('Awal', 'Dua'));
    expect(restoringEdit(sheet.state, version, sheet.authors)).toBeNull();
  });
});
