import * as Y from 'yjs';

const digits = 7;
const open = '<'.charCodeAt(0);
const hash = '#'.charCodeAt(0);

/** Ten characters of text that name an edit; found in the bytes of whatever carries them. */
export function stampOf(edit: number): string {
  return `<#${edit.toString(36).padStart(digits, '0')}>`;
}

/** Calls back for every stamp in these bytes. */
export function eachStamp(bytes: Uint8Array, found: (edit: number) => void): void {
  for (let at = 0; at < bytes.length - digits - 2; at += 1) {
    if (bytes[at] !== open || bytes[at + 1] !== hash) continue;
    const edit = numberAt(bytes, at + 2);
    if (edit < 0) continue;
    found(edit);
    at += digits + 2;
  }
}

function numberAt(bytes: Uint8Array, from: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at += 1) {
    const sign = bytes[at] ?? 0;
    const digit = sign >= 48 && sign <= 57 ? sign - 48 : sign >= 97 && sign <= 122 ? sign - 87 : -1;
    if (digit < 0) return -1;
    value = value * 36 + digit;
  }
  return value;
}

/** Somebody who types into a paragraph of their own, in the shape the product's editor writes. */
export class Writer {
  private readonly doc = new Y.Doc();
  private readonly text = new Y.XmlText();
  private made: Uint8Array[] = [];

  constructor() {
    this.doc.on('update', (update: Uint8Array) => this.made.push(update));
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [this.text]);
    this.doc.transact(() => this.doc.getXmlFragment('default').insert(0, [paragraph]));
  }

  /** The update that makes the paragraph; it goes first. */
  start(): Uint8Array {
    return this.made.shift() ?? new Uint8Array();
  }

  /** One update that types these words at the end of the paragraph. */
  type(words: readonly string[]): Uint8Array {
    this.doc.transact(() => {
      for (const word of words) this.text.insert(this.text.length, word);
    });
    return this.made.pop() ?? new Uint8Array();
  }

  destroy(): void {
    this.doc.destroy();
  }
}
