import type { Broker, Connection, Peer } from '@mufakat/broker';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { openTextEditor, type TextEditor } from '@/testing/text-editor';
import type { Dice } from '../../../packages/broker/src/hostile-frames.js';
import { frames, readMessage } from '../../../packages/broker/src/wire.js';

/** A person with the product's editor on a line that may be slow, repeat itself, or break. Speaks as y-websocket does. */
export class WritingScreen implements Peer {
  readonly doc = new Y.Doc();
  readonly editor: TextEditor;
  readonly identity;
  closed: number | null = null;
  private connection: Connection | null = null;
  private toServer: Uint8Array[] = [];
  private toScreen: Uint8Array[] = [];

  constructor(
    readonly name: string,
    private readonly roll: Dice,
  ) {
    this.identity = { id: name, name, organization: 'UD Kayu', colour: 1 };
    this.doc.clientID = roll(2 ** 31);
    this.editor = openTextEditor(this.doc);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.connection) this.toServer.push(frames.update(update));
    });
  }

  get isConnected(): boolean {
    return this.connection !== null;
  }

  connect(broker: Broker): void {
    this.disconnect();
    this.closed = null;
    this.connection = broker.join('doc', this);
    this.toServer.push(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
      }),
    );
  }

  /** The line breaks: what was on its way is lost. */
  disconnect(): void {
    const { connection } = this;
    this.connection = null;
    [this.toServer, this.toScreen] = [[], []];
    connection?.leave();
  }

  /** Lets some of what is on its way arrive, both ways; sometimes twice, and to the screen not always in order. */
  carry(most: number): void {
    for (const frame of this.toServer.splice(0, most)) {
      this.connection?.receive(frame);
      if (this.roll(12) === 0) this.connection?.receive(frame);
    }
    const arriving = this.toScreen.splice(0, most);
    if (this.roll(4) === 0) arriving.sort((one, other) => (isUpdate(one) && isUpdate(other) ? this.roll(3) - 1 : 0));
    for (const frame of arriving) {
      this.hear(frame);
      if (isUpdate(frame) && this.roll(12) === 0) this.hear(frame);
    }
  }

  get isQuiet(): boolean {
    return this.toServer.length === 0 && this.toScreen.length === 0;
  }

  rights() {
    return 'write' as const;
  }

  send(messages: readonly Uint8Array[]): void {
    this.toScreen.push(...messages);
  }

  close(code: number): void {
    this.closed = code;
    this.disconnect();
  }

  unsent(): number {
    return 0;
  }

  destroy(): void {
    this.editor.destroy();
    this.doc.destroy();
  }

  private hear(frame: Uint8Array): void {
    if (frame[0] !== 0) return;
    const message = readMessage(frame);
    if (message.kind === 'step1') {
      this.toServer.push(frames.answer(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
    } else if (message.kind === 'step2' || message.kind === 'update') {
      Y.applyUpdate(this.doc, message.update, this);
    }
  }
}

const isUpdate = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2;
