import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
  constructor() {
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

describe('whether a text is saved', () => {
  const real = globalThis.WebSocket;
  let open: OpenDocument;
  const write = () => open.doc.getText('t').insert(0, 'a');
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

  it('is said only when the server called every change durable', () => {
    expect(state()).toEqual(['saved', 0]);
    write();
    write();
    expect(state()).toEqual(['saving', 2]);
    TestSocket.last.saved(2);
    expect(state()).toEqual(['saving', 2]);
    TestSocket.last.saved(3);
    expect(state()).toEqual(['saved', 0]);
  });

  it('stays with this device while the line is lost', () => {
    write();
    TestSocket.last.onclose?.({ code: 1006, reason: '' });
    expect(state()).toEqual(['local', 1]);
  });

  it('stays with this device when no word of the server comes for three seconds, until one does', () => {
    jest.useFakeTimers();
    write();
    jest.advanceTimersByTime(2999);
    expect(state()).toEqual(['saving', 1]);
    jest.advanceTimersByTime(1);
    expect(state()).toEqual(['local', 1]);
    TestSocket.last.saved(2);
    expect(state()).toEqual(['saved', 0]);
    jest.useRealTimers();
  });

  it.each(['offline', 'online'])('is asked on a new line when the browser says that it is %s', (turn) => {
    const before = TestSocket.last;
    write();
    dispatchEvent(new Event(turn));
    expect(TestSocket.last).not.toBe(before);
    expect(state()).toEqual(['local', 1]);
    TestSocket.last.greet();
    TestSocket.last.saved(1);
    expect(state()).toEqual(['saved', 0]);
  });

  it('is refused when the right to write is gone', () => {
    write();
    TestSocket.last.onclose?.({ code: 4403, reason: '' });
    expect(state()).toEqual(['refused', 1]);
    expect(open.current().closedWith).toBe(4403);
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
});
