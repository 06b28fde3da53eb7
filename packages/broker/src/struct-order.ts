import * as Y from 'yjs';
import type { Struct, UpdateFacts } from './update-reader.js';

type Reach = (client: number) => number;
type Parts = Pick<UpdateFacts, 'structs' | 'deletions'>;

/** Whether an update can be applied where text is known as far as `reach` says, deletions included. */
export function canApply(facts: Parts, reach: Reach): boolean {
  const { counts, reachOf } = applyInOrder(facts.structs, reach);
  for (const [client, list] of facts.structs) if ((counts.get(client) ?? 0) < list.length) return false;
  return facts.deletions.every((range) => isWithin(range, reachOf));
}

/** What of an update can be applied now, and what has to wait for text that is not there. */
export function splitAtReach({ structs, deletions }: Parts, reach: Reach): { now: Parts; later: Parts } {
  const { counts, reachOf } = applyInOrder(structs, reach);
  const [now, later] = [new Map<number, Struct[]>(), new Map<number, Struct[]>()];
  for (const [client, list] of structs) {
    const count = counts.get(client) ?? 0;
    if (count > 0) now.set(client, list.slice(0, count));
    if (count < list.length) later.set(client, list.slice(count));
  }
  return {
    now: { structs: now, deletions: deletions.filter((range) => isWithin(range, reachOf)) },
    later: { structs: later, deletions: deletions.filter((range) => !isWithin(range, reachOf)) },
  };
}

function isWithin({ client, clock, length }: Parts['deletions'][number], reachOf: Reach): boolean {
  return clock + length <= reachOf(client);
}

/**
 * Plays the update the way Yjs would: a client waits for the one it builds on, and is woken when that has come.
 * Answers how many structs of each client could be applied, and how far everything is known then.
 */
function applyInOrder(
  structs: ReadonlyMap<number, readonly Struct[]>,
  reach: Reach,
): { counts: ReadonlyMap<number, number>; reachOf: Reach } {
  const reached = new Map<number, number>();
  const reachOf = (client: number) => reached.get(client) ?? reach(client);
  const counts = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  const ready = [...structs.keys()];
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const list = structs.get(client) ?? [];
    const before = counts.get(client) ?? 0;
    let index = before;
    let blocker: number | undefined;
    for (let struct = list[index]; struct; struct = list[index]) {
      blocker = missingFor(struct, reachOf);
      if (blocker !== undefined) break;
      reached.set(client, Math.max(reachOf(client), struct.id.clock + struct.length));
      index += 1;
    }
    if (blocker !== undefined) waiting.set(blocker, [...(waiting.get(blocker) ?? []), client]);
    if (index > before) {
      ready.push(...(waiting.get(client) ?? []));
      waiting.delete(client);
    }
    counts.set(client, index);
  }
  return { counts, reachOf };
}

/** The client id whose text has to come before this struct, if any. */
function missingFor(struct: Struct, reachOf: Reach): number | undefined {
  const { client, clock } = struct.id;
  if (clock > reachOf(client)) return client;
  if (!(struct instanceof Y.Item)) return undefined;
  const { origin, rightOrigin, parent } = struct;
  if (isMissing(origin, reachOf)) return origin?.client;
  if (isMissing(rightOrigin, reachOf)) return rightOrigin?.client;
  return parent instanceof Y.ID && isMissing(parent, reachOf) ? parent.client : undefined;
}

function isMissing(id: Y.ID | null, reachOf: Reach): boolean {
  return id !== null && id.clock >= reachOf(id.client);
}
