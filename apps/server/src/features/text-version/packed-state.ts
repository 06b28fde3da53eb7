import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** No text of the product is larger by far; a packed bomb would be. */
const most = 64 * 1024 * 1024;

/** A Yjs document in a third of its bytes, packed and unpacked beside the thread that serves. */
export const pack = (state: Uint8Array): Promise<Buffer> => promisify(gzip)(state);

export async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await promisify(gunzip)(packed, { maxOutputLength: most }));
}
