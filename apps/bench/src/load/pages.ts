import * as Y from 'yjs';

/** Somebody who replaces a long text by another again and again: many bytes, a document that stays small. */
export class PageWriter {
  private readonly doc = new Y.Doc();
  private readonly text = new Y.XmlText();
  private made: Uint8Array[] = [];

  constructor() {
    this.doc.on('update', (update: Uint8Array) => this.made.push(update));
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [this.text]);
    this.doc.transact(() => this.doc.getXmlFragment('default').insert(0, [paragraph]));
  }

  start(): Uint8Array {
    return this.made.shift() ?? new Uint8Array();
  }

  replace(page: string): Uint8Array {
    this.doc.transact(() => {
      this.text.delete(0, this.text.length);
      this.text.insert(0, page);
    });
    return this.made.pop() ?? new Uint8Array();
  }
}
