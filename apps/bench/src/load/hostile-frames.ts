import { randomBytes } from 'node:crypto';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { LoadClient } from './client.ts';
import { stampOf, Writer } from './edits.ts';

/** One kind of attack: what an attacker who is in the document sends. */
export interface Attack {
  name: string;
  send(attacker: LoadClient, victimId: number): void;
}

const MiB = 1024 ** 2;

const update = (attacker: LoadClient, bytes: Uint8Array) =>
  attacker.say(attacker.dialect.update(attacker.target.document, bytes));
const states = (attacker: LoadClient, bytes: Uint8Array) =>
  attacker.say(attacker.dialect.awareness(attacker.target.document, bytes));
const written = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write);

function awarenessOf(clients: readonly number[], json: string, clock = 99): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
}

function longText(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('long').insert(0, 'x'.repeat(length));
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return bytes;
}

/** Everything but the first edit, which all others build on. */
function withoutTheFirst(count: number): Uint8Array[] {
  const writer = new Writer();
  writer.start();
  const updates = Array.from({ length: count }, (_, edit) => writer.type([stampOf(edit)]));
  writer.destroy();
  return updates;
}

export const attacks: readonly Attack[] = [
  { name: 'a frame with a reserved opcode', send: (attacker) => attacker.send(Uint8Array.of(0x8b, 0x80, 0, 0, 0, 0)) },
  {
    name: 'a header that announces 120 MB',
    send: (attacker) => attacker.send(Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 7, 39, 14, 0, 0, 0, 0, 0)),
  },
  {
    name: 'random bytes as messages',
    send: (attacker) => {
      for (let count = 0; count < 20; count += 1) attacker.say(randomBytes(64));
    },
  },
  { name: 'an update cut off', send: (attacker) => update(attacker, Uint8Array.of(1, 1, 0x80)) },
  { name: 'a number without an end', send: (attacker) => update(attacker, new Uint8Array(64).fill(0xff)) },
  { name: 'garbage as an update', send: (attacker) => update(attacker, randomBytes(200)) },
  {
    name: 'an update of 2^31 structs',
    send: (attacker) => update(attacker, Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0x07, 1, 0)),
  },
  { name: 'awareness that is no JSON', send: (attacker) => states(attacker, awarenessOf([7], '{no')) },
  {
    name: '3,000 updates whose first is withheld',
    send: (attacker) => {
      for (const bytes of withoutTheFirst(3_000)) update(attacker, bytes);
    },
  },
  { name: 'a message of 50 MB', send: (attacker) => attacker.say(new Uint8Array(50 * MiB)) },
  { name: 'a sound update of 20 MB', send: (attacker) => update(attacker, longText(20 * MiB)) },
  {
    name: 'an awareness state of 1 MB',
    send: (attacker) => states(attacker, awarenessOf([7], JSON.stringify({ user: 'x'.repeat(MiB) }))),
  },
  {
    name: '20,000 client ids in one awareness',
    send: (attacker) =>
      states(
        attacker,
        awarenessOf(
          Array.from({ length: 20_000 }, (_, i) => i + 10),
          '{}',
        ),
      ),
  },
  {
    name: "awareness under somebody else's id",
    send: (attacker, victimId) => states(attacker, awarenessOf([victimId], '{"user":{"name":"mallory"}}')),
  },
  {
    name: '2,000 times step 1',
    send: (attacker) => {
      const [last = new Uint8Array()] = attacker.dialect.hello(attacker.target.document).slice(-1);
      for (let count = 0; count < 2_000; count += 1) attacker.say(last);
    },
  },
];

/** A caret of one's own, so that there is one to be stolen by a newer state. */
export function ownAwareness(clientId: number): Uint8Array {
  return awarenessOf([clientId], '{"user":{"name":"ana"}}', 1);
}
