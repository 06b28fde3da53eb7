import type { EntryName, JournalEntry, PartnershipId, SpaceId } from '@mufakat/domain';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveHandlers } from './live';
import { heldDirectories } from './partnership';

type Handle = (cache: QueryClient, entry: JournalEntry) => void;

/** Every name, so that a new kind of entry cannot be forgotten: it would not compile. */
const names: Record<EntryName, true> = {
  'partnership.created': true,
  'partnership.changed': true,
  'charter.written': true,
  'charter.changed': true,
  'partner.joined': true,
  'partner.changed': true,
  'seat.taken': true,
  'seat.changed': true,
  'seat.removed': true,
  'invitation.created': true,
  'invitation.used': true,
  'invitation.closed': true,
  'goal.created': true,
  'goal.changed': true,
  'goal.moved': true,
  'goal.archived': true,
  'goal.restored': true,
  'goal.target-added': true,
  'goal.target-changed': true,
  'goal.target-removed': true,
  'goal.target-reported': true,
  'goal.obligation-added': true,
  'goal.obligation-changed': true,
  'goal.obligation-removed': true,
  'goal.draft-differs': true,
  'goal.proposed': true,
  'goal.proposal-withdrawn': true,
  'goal.proposal-void': true,
  'goal.signed': true,
  'goal.objected': true,
  'goal.sign-off-withdrawn': true,
  'goal.sign-off-recorded': true,
  'goal.sign-off-confirmed': true,
  'goal.sign-off-denied': true,
  'goal.sign-off-lapsed': true,
  'goal.ending-proposed': true,
  'goal.ended': true,
  'goal.agreed': true,
  'goal.checked-in': true,
  'goal.check-in-acknowledged': true,
  'sign-off.refused': true,
  'interest.asked': true,
  'interest.answered': true,
  'interest.closed': true,
  'interest.opened': true,
  'interest.rated': true,
  'task.created': true,
  'task.changed': true,
  'task.moved': true,
  'task.completed': true,
  'task.removed': true,
  'task.restored': true,
  'meeting.scheduled': true,
  'meeting.changed': true,
  'meeting.moved': true,
  'meeting.agenda-changed': true,
  'meeting.attendance-changed': true,
  'text.version-named': true,
  'text.restored': true,
  'proof.key-used': true,
  'proof.mismatch-found': true,
};

/** The same for whatever happens. */
export function onEvery(handle: Handle): LiveHandlers {
  return Object.fromEntries(Object.keys(names).map((name) => [name, handle])) as LiveHandlers;
}

/** All handlers of all parts; where several want the same entry, each gets it in turn. */
export function joinLive(...parts: readonly LiveHandlers[]): LiveHandlers {
  const joined = new Map<string, Handle[]>();
  for (const part of parts)
    for (const [name, handle] of Object.entries(part))
      joined.set(name, [...(joined.get(name) ?? []), handle as Handle]);
  return Object.fromEntries(
    [...joined].map(([name, handles]) => [
      name,
      (cache: QueryClient, entry: JournalEntry) => handles.forEach((handle) => handle(cache, entry)),
    ]),
  ) as LiveHandlers;
}

/** The partnership a space belongs to, among those this page knows. */
export function partnershipOf(cache: QueryClient, spaceId: SpaceId): PartnershipId | null {
  const found = heldDirectories(cache).find(({ spaces }) => spaces.shared === spaceId || spaces.own === spaceId);
  return found?.partnership.id ?? null;
}

const pause = 300;
const waiting = new WeakMap<QueryClient, Set<string>>();

/** Asks again a moment later, once for all that happened in between. */
export function refreshSoon(cache: QueryClient, queryKey: QueryKey): void {
  const held = waiting.get(cache) ?? new Set<string>();
  waiting.set(cache, held);
  const name = JSON.stringify(queryKey);
  if (held.has(name)) return;
  held.add(name);
  setTimeout(() => {
    held.delete(name);
    void cache.invalidateQueries({ queryKey });
  }, pause);
}

/** For answers the server computes from many records: whatever happens, they are asked again. */
export const refreshOnEvery = (keyOf: (partnershipId: PartnershipId) => QueryKey): LiveHandlers =>
  onEvery((cache, { spaceId }) => {
    const id = partnershipOf(cache, spaceId);
    if (id) refreshSoon(cache, keyOf(id));
  });
