import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { LoadClient } from './client.ts';
import { dialects, type DialectName } from './dialect.ts';
import type { Target } from './web-socket.ts';

/** What a newcomer was sent, and when. */
export interface Reading {
  messages: { at: number; update: Uint8Array }[];
  bytes: number;
}

const quiet = 700;

/** Opens a document as somebody new and listens until nothing more comes, or for as long as told at most. */
export async function read(target: Target, dialect: DialectName, most = 8_000): Promise<Reading> {
  const reading: Reading = { messages: [], bytes: 0 };
  const begun = performance.now();
  const client = await LoadClient.open(target, { dialect });
  let heardAt = performance.now();
  client.onText = (message) => {
    heardAt = performance.now();
    reading.bytes += message.length;
    reading.messages.push({ at: heardAt - begun, update: updateIn(message, dialect) });
  };
  await Promise.race([client.synced, new Promise((go) => setTimeout(go, most))]);
  while (performance.now() - heardAt < quiet && performance.now() - begun < most) {
    await new Promise((go) => setTimeout(go, 20));
  }
  client.close();
  return reading;
}

/** The document as it stands when everything was applied; text of all paragraphs. */
export function textOf({ messages }: Reading): string {
  return textAfter(messages, () => false).text;
}

/** When this stood in the text for the first time; null when it never did. */
export function wholeAfter({ messages }: Reading, text: string): number | null {
  return textAfter(messages, (now) => now.includes(text)).at;
}

function textAfter(messages: Reading['messages'], isEnough: (text: string) => boolean) {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('default');
  const plain = () =>
    fragment
      .toArray()
      .flatMap((node) => (node instanceof Y.XmlElement && node.nodeName === 'paragraph' ? node.toArray() : []))
      .join('');
  let at: number | null = null;
  for (const message of messages) {
    Y.applyUpdate(doc, message.update);
    if (at === null && isEnough(plain())) at = message.at;
  }
  const text = plain();
  doc.destroy();
  return { text, at };
}

function updateIn(message: Uint8Array, dialect: DialectName): Uint8Array {
  const heard = dialects[dialect].read(message);
  if (!('at' in heard)) return Uint8Array.of(0, 0);
  const decoder = decoding.createDecoder(message);
  decoder.pos = heard.at;
  return new Uint8Array(decoding.readVarUint8Array(decoder));
}
