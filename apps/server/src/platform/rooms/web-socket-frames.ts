const binary = 0x82;

/** The WebSocket frames of messages in order, unmasked as a server sends them (RFC 6455, 5.2). */
export function encodeFrames(messages: readonly Uint8Array[]): Buffer {
  const size = messages.reduce((sum, { length }) => sum + headerSize(length) + length, 0);
  const frames = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    at = writeHeader(frames, at, message.length);
    frames.set(message, at);
    at += message.length;
  }
  return frames;
}

function headerSize(length: number): number {
  if (length < 126) return 2;
  return length < 0x10000 ? 4 : 10;
}

function writeHeader(frames: Buffer, start: number, length: number): number {
  const at = frames.writeUInt8(binary, start);
  if (length < 126) return frames.writeUInt8(length, at);
  if (length < 0x10000) return frames.writeUInt16BE(length, frames.writeUInt8(126, at));
  return frames.writeBigUInt64BE(BigInt(length), frames.writeUInt8(127, at));
}
