import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Where a client connects, and as whom. */
export interface Target {
  port: number;
  path: string;
  document: string;
  headers: Record<string, string>;
}

const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);
const opcode = { binary: 2, close: 8, ping: 9, pong: 10 };

/** A WebSocket with as little between the wire and the clock as possible; whole messages, nothing compressed. */
export class WebSocketClient {
  onMessage: (payload: Buffer) => void = () => undefined;
  onClose: (code: number) => void = () => undefined;
  private rest: Buffer | null = null;
  private closeCode = 1006;

  readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('close', () => this.onClose(this.closeCode));
    socket.on('error', () => undefined);
  }

  static async open({ port, path, headers }: Target): Promise<WebSocketClient> {
    const socket = connect(port, '127.0.0.1');
    socket.write(requestOf(port, path, headers));
    const rest = await upgraded(socket);
    const client = new WebSocketClient(socket);
    // Whoever opened it sets its handlers before what came along is read.
    if (rest.length > 0) queueMicrotask(() => client.read(rest));
    return client;
  }

  /** Sends what `frameOf` made. */
  send(frame: Uint8Array): void {
    this.socket.write(frame);
  }

  destroy(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const header = headerAt(bytes, at);
      if (!header || header.end > bytes.length) break;
      this.take(bytes[at] ?? 0, bytes.subarray(header.start, header.end));
      at = header.end;
    }
    this.rest = at < bytes.length ? bytes.subarray(at) : null;
  }

  private take(firstByte: number, payload: Buffer): void {
    const kind = firstByte & 15;
    if (kind === opcode.ping) this.send(frameOf(payload, opcode.pong));
    else if (kind === opcode.close) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.socket.end();
    } else if (kind <= opcode.binary) this.onMessage(payload);
  }
}

/** A client's frame: masked, as the protocol asks. */
export function frameOf(payload: Uint8Array, kind = opcode.binary): Buffer {
  const { length } = payload;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(6 + extra + length);
  frame[0] = 0x80 | kind;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  mask.copy(frame, 2 + extra);
  for (let i = 0; i < length; i += 1) frame[6 + extra + i] = (payload[i] ?? 0) ^ (mask[i & 3] ?? 0);
  return frame;
}

function headerAt(bytes: Buffer, at: number): { start: number; end: number } | null {
  if (at + 2 > bytes.length) return null;
  const short = (bytes[at + 1] ?? 0) & 127;
  if (short < 126) return { start: at + 2, end: at + 2 + short };
  if (short === 126) return at + 4 > bytes.length ? null : { start: at + 4, end: at + 4 + bytes.readUInt16BE(at + 2) };
  return at + 10 > bytes.length ? null : { start: at + 10, end: at + 10 + Number(bytes.readBigUInt64BE(at + 2)) };
}

function requestOf(port: number, path: string, headers: Record<string, string>): string {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** Waits for the end of the answer's head; what follows it is the first of the frames. */
function upgraded(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const hear = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.off('data', hear).off('close', fail);
      if (head.subarray(0, 12).toString() === 'HTTP/1.1 101') resolve(head.subarray(end + 4));
      else reject(new Error(`no WebSocket: ${head.subarray(0, head.indexOf('\r\n')).toString()}`));
    };
    const fail = () => reject(new Error('the socket closed before it was a WebSocket'));
    socket.on('data', hear).once('close', fail);
    socket.once('error', reject);
  });
}
