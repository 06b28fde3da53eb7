import { closeCodes, type CloseReason, type Connection, type Identity, type Peer, type Rights } from '@mufakat/broker';
import { DomainError, type Refusal } from '@mufakat/domain';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A commit that takes longer is asked for again by whoever waits. */
const patience = 20_000;
const [sync, step1, step2, saved] = [0, 0, 1, 100];

const refusals: Record<CloseReason, Refusal> = {
  restart: 'server.restarting',
  later: 'document.later',
  malformed: 'document.malformed',
  signIn: 'session.missing',
  forbidden: 'document.read-only',
  unknown: 'not-found',
  clash: 'document.clash',
  tooLarge: 'document.too-large',
  tooFast: 'rate.limited',
};

/** Who brings an update over HTTP, as the door let them in. */
type Bringer = { identity: Identity; rights: Rights };

/**
 * A peer that no socket carries: it answers its greeting with one update, waits until that is durable, and leaves. So
 * what comes over HTTP goes through the same checks as everything else.
 */
export function bringUpdate(
  { identity, rights }: Bringer,
  update: Uint8Array,
  join: (peer: Peer) => Connection,
): Promise<void> {
  let connection: Connection | undefined;
  let timer: NodeJS.Timeout | undefined;
  const brought = new Promise<void>((done, fail) => {
    const hear = (message: Uint8Array): void => {
      const decoder = decoding.createDecoder(message);
      const kind = decoding.readVarUint(decoder);
      // Greeted while joining: the answer waits until there is a connection to give it to.
      if (kind === sync && decoding.readVarUint(decoder) === step1) queueMicrotask(() => answer());
      if (kind === saved) done();
    };
    const answer = (): void => connection?.receive(answerFrame(update));
    timer = setTimeout(() => fail(new DomainError('document.later')), patience);
    connection = join({
      identity,
      bringsOwnOnly: true,
      rights: () => rights,
      send: (messages) => messages.forEach(hear),
      close: (code) => fail(new DomainError(refusalOf(code))),
      unsent: () => 0,
    });
  });
  return brought.finally(() => {
    clearTimeout(timer);
    connection?.leave();
  });
}

function refusalOf(code: number): Refusal {
  const reasons = Object.keys(closeCodes) as CloseReason[];
  return refusals[reasons.find((reason) => closeCodes[reason].code === code) ?? 'later'];
}

function answerFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sync);
    encoding.writeVarUint(encoder, step2);
    encoding.writeVarUint8Array(encoder, update);
  });
}
