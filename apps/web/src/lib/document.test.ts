import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync';
import * as Y from 'yjs';
import { OpenDocument } from './document';

/** The server's end of the line, in the hands of the test. */
class TestSocket {
  static last: TestSocket;
  onopen?: () => void;
  onclose?: (event: { code: number; reason: string }) => void;
  onmessage?: (event: { data: ArrayBufferLike }) => void;
  constructor(readonly url: string) {
    TestSocket.last = this;
  }
  send() {}
  close() {}
  hear(write: (encoder: ReturnType<typeof createEncoder>) => void) {
    const encoder = createEncoder();
    write(encoder);
    this.onmessage?.({ data: toUint8Array(encoder).slice().buffer });
  }
  /** Opens, greets with an empty document and answers the client's first question. */
  greet() {
    this.onopen?.();
    for (const answer of [writeSyncStep1, writeSyncStep2])
      this.hear((encoder) => {
        writeVarUint(encoder, 0);
        answer(encoder, new Y.Doc());
      });
  }
  saved(frames: number) {
    this.hear((encoder) => {
      writeVarUint(encoder, 100);
      writeVarUint(encoder, frames);
    });
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('a text in a page', () => {
  const real = globalThis.WebSocket;
  let open: OpenDocument;
  const write = () => open.doc.getText('t').insert(0, 'a');
  let asked = 0;
  Object.assign(navigator, { storage: { persist: async () => (asked += 1) > 0 } });
  const state = () => [open.current().state, open.current().pending];
  beforeEach(async () => {
    Object.assign(TestSocket.prototype, { readyState: 1, OPEN: 1 });
    globalThis.WebSocket = Object.assign(TestSocket, { OPEN: 1 }) as never;
    open = new OpenDocument({ documentId: 'd', personId: 'p' });
    await turn();
    TestSocket.last.greet();
  });
  afterEach(() => {
    open.close();
    globalThis.WebSocket = real;
  });

  it('says whose it is, and that it is saved only when the server called every change durable', () => {
    expect(TestSocket.last.url).toBe('ws://localhost/collab/d?person=p');
    expect(state()).toEqual(['saved', 0]);
    write();
    expect(state()).toEqual(['saving', 1]);
    TestSocket.last.saved(1);
    expect(state()).toEqual(['saving', 1]);
    TestSocket.last.saved(2);
    expect(state()).toEqual(['saved', 0]);
  });

  it.each(['offline', 'online'])('is asked on a new line when the browser says that it is %s', (turned) => {
    const before = TestSocket.last;
    write();
    dispatchEvent(new Event(turned));
    expect(TestSocket.last).not.toBe(before);
    expect(state()).toEqual(['local', 1]);
    TestSocket.last.greet();
    TestSocket.last.saved(1);
    expect(state()).toEqual(['saved', 0]);
  });

  it('warns on leaving only while words are nowhere but on this page', () => {
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leaving()).toBe(false);
    write();
    expect(leaving()).toBe(true);
    TestSocket.last.saved(2);
    expect(leaving()).toBe(false);
  });

  it('takes lines of plain text at its end, each as a paragraph', () => {
    open.append(['Satu.', 'Dua.']);
    expect(open.doc.getXmlFragment('default').toString()).toBe(
      '<paragraph>Satu.</paragraph><paragraph>Dua.</paragraph>',
    );
  });

  it('asks the browser once for all texts, when something was written, not to drop what this device keeps', () => {
    const other = new OpenDocument({ documentId: 'e', personId: 'p' });
    for (const { doc } of [open, other, open]) doc.getText('t').insert(0, 'a');
    expect(asked).toBe(1);
    other.close();
  });
});
