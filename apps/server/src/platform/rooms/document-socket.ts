import type { Duplex } from 'node:stream';
import { closeCodes, type CloseReason } from '@mufakat/broker';
import type { RawData, WebSocket } from 'ws';
import { encodeFrames } from './web-socket-frames.js';

/** What is larger is meant for one who has just come, and is not kept. */
const mostKept = 64 * 1024;
/** The same list of messages goes to many sockets, one after the other; its frames are made once. */
let last: { messages: readonly Uint8Array[]; frames: Buffer } | null = null;

function framesOf(messages: readonly Uint8Array[]): Buffer {
  if (last?.messages === messages) return last.frames;
  const frames = encodeFrames(messages);
  if (frames.length <= mostKept) last = { messages, frames };
  return frames;
}

/**
 * A WebSocket that carries a document. Messages are written to the stream beneath it, one write for a whole list.
 * Without compression `ws` keeps nothing back, so its own frames (pong, close) never end up inside one of ours.
 */
export class DocumentSocket {
  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
  ) {
    socket.on('error', () => socket.terminate());
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Bytes that have not left this process. */
  get unsent(): number {
    return this.stream.writableLength;
  }

  send(messages: readonly Uint8Array[]): void {
    if (!this.isOpen) return;
    this.stream.write(framesOf(messages));
  }

  /** Hands every message to `hear` until it is told to stop; text is no message of ours. */
  onMessage(hear: (bytes: Uint8Array) => void): () => void {
    const listener = (data: RawData, isBinary: boolean) =>
      isBinary ? hear(bytesOf(data)) : this.closeFor('malformed');
    this.socket.on('message', listener);
    return () => this.socket.off('message', listener);
  }

  onClose(closed: () => void): void {
    this.socket.on('close', closed);
  }

  onPong(heard: () => void): void {
    this.socket.on('pong', heard);
  }

  ping(): void {
    this.socket.ping();
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  closeFor(reason: CloseReason): void {
    this.close(closeCodes[reason].code, closeCodes[reason].say);
  }

  /** Ends it without a word, as for a screen that does not answer. */
  terminate(): void {
    this.socket.terminate();
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
