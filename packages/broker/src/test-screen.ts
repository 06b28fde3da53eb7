import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { Broker, type BrokerSettings, type Connection } from './broker.js';
import { limits as defaults, type Limits } from './limits.js';
import { ManualClock } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { Peer, Rights } from './peer.js';
import { frames, readMessage, type AwarenessEntry } from './wire.js';

/** The limits of a server, but nothing waits to be done together with more. */
export const hasty: Readonly<Limits> = { ...defaults, appendEvery: 0, savedWithin: 0 };

/** A broker on a store in memory and a clock in the hand. */
export function openBroker(changes: Partial<Limits> = {}, settings: Partial<BrokerSettings> = {}) {
  const clock = new ManualClock();
  const store = new MemoryRoomStore();
  const problems: unknown[] = [];
  const limits = { ...hasty, ...changes };
  const broker = new Broker({ store, clock, limits, onProblem: (problem) => problems.push(problem), ...settings });
  store.create('doc');
  return { clock, store, problems, broker };
}

/** A screen in a test: a peer that remembers what it was sent, with a document it keeps in step. */
export class Screen implements Peer {
  readonly doc = new Y.Doc();
  readonly sent: Uint8Array[] = [];
  readonly identity;
  mayDo: Rights = 'write';
  bringsOwnOnly = false;
  backlog = 0;
  closed: number | null = null;
  private connection: Connection | null = null;

  constructor(
    readonly name: string,
    private readonly broker: Broker,
  ) {
    this.identity = { id: name, name, organization: 'UD Kayu', colour: 3 };
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(frames.update(update));
    });
  }

  join(documentId = 'doc'): this {
    this.connection = this.broker.join(documentId, this);
    return this;
  }

  rights(): Rights {
    return this.mayDo;
  }

  unsent(): number {
    return this.backlog;
  }

  send(messages: readonly Uint8Array[]): void {
    for (const message of messages) this.hear(message);
  }

  hear(frame: Uint8Array): void {
    this.sent.push(frame);
    if (frame[0] !== 0) return;
    const message = readMessage(frame);
    if (message.kind === 'step2' || message.kind === 'update') Y.applyUpdate(this.doc, message.update, this);
  }

  close(code: number): void {
    this.closed = code;
  }

  leave(): void {
    this.connection?.leave();
  }

  say(frame: Uint8Array): void {
    this.connection?.receive(frame);
  }

  /** Asks for everything, as a client does when its socket opens. */
  ask(): void {
    this.say(encoding.encode((encoder) => writeSync(encoder, 0, Y.encodeStateVector(this.doc))));
  }

  /** Answers the last greeting with what the server lacks. */
  answer(update?: Uint8Array): void {
    const greeting = this.sent.findLast((frame) => frame[0] === 0 && frame[1] === 0);
    const message = greeting && readMessage(greeting);
    const vector = message?.kind === 'step1' ? message.stateVector : undefined;
    this.say(frames.answer(update ?? Y.encodeStateAsUpdate(this.doc, vector)));
  }

  type(words: string): void {
    this.doc.getText('t').insert(this.doc.getText('t').length, words);
  }

  get text(): string {
    return this.doc.getText('t').toString();
  }

  show(clientId: number, clock: number, state: unknown): void {
    this.say(frames.awareness([{ clientId, clock, json: JSON.stringify(state) }]));
  }

  /** Every count of saved frames this screen was told. */
  get saved(): number[] {
    return this.numbers(100);
  }

  /** Every word about storage this screen was told. */
  get storage(): number[] {
    return this.numbers(101);
  }

  /** Every generation this screen was told. */
  get generations(): number[] {
    return this.numbers(102);
  }

  /** How often it was told that something it wrote was taken out. */
  get repairs(): number {
    return this.sent.filter(([kind]) => kind === 103).length;
  }

  /** How often it was greeted. */
  get greetings(): number {
    return this.sent.filter((frame) => frame[0] === 0 && frame[1] === 0).length;
  }

  get awareness(): AwarenessEntry[][] {
    return this.sent.flatMap((frame) => {
      const message = frame[0] === 1 ? readMessage(frame) : null;
      return message?.kind === 'awareness' ? [message.entries] : [];
    });
  }

  private numbers(kind: number): number[] {
    return this.sent.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      return decoding.readVarUint(decoder) === kind ? [decoding.readVarUint(decoder)] : [];
    });
  }
}

function writeSync(encoder: encoding.Encoder, kind: number, content: Uint8Array): void {
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, content);
}

/** The update that an edit of a fresh document makes. */
export function updateOf(edit: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  edit(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** An update from its numbers, written as varuints; for text that no honest client makes. */
export function crafted(...numbers: number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  });
}
