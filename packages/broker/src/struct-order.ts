import * as Y from 'yjs';
import type { Struct, UpdateFacts } from './update-reader.js';

type Reach = (client: number) => number;

/** Whether an update can be applied where text is known as far as `reach` says, deletions included. */
export function canApply({ structs, deletions }: UpdateFacts, reach: Reach): boolean {
  const reached = new Map<number, number>();
  const reachOf = (client: number) => reached.get(client) ?? reach(client);
  if (!applyInOrder(structs, reachOf, (client, clock) => reached.set(client, clock))) return false;
  return deletions.every(({ client, clock, length }) => clock + length <= reachOf(client));
}

/** Plays the update the way Yjs would: a client waits for the one it builds on, and is woken when that has come. */
function applyInOrder(
  structs: ReadonlyMap<number, readonly Struct[]>,
  reachOf: Reach,
  reached: (client: number, clock: number) => void,
): boolean {
  const next = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  const ready = [...structs.keys()];
  let left = structs.size;
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const list = structs.get(client) ?? [];
    let index = next.get(client) ?? 0;
    let blocker: number | undefined;
    for (let struct = list[index]; struct; struct = list[index]) {
      blocker = missingFor(struct, reachOf);
      if (blocker !== undefined) break;
      reached(client, Math.max(reachOf(client), struct.id.clock + struct.length));
      index += 1;
    }
    if (blocker === undefined) left -= 1;
    else waiting.set(blocker, [...(waiting.get(blocker) ?? []), client]);
    if (index > (next.get(client) ?? 0)) {
      ready.push(...(waiting.get(client) ?? []));
      waiting.delete(client);
    }
    next.set(client, index);
  }
  return left === 0;
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
