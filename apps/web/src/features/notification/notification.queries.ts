import type { CallInput, CallOutput, Notification } from '@mufakat/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { refreshOnEvery } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';
import { notificationsQuery } from '@/lib/notifications';
import { usePartnership } from '@/lib/partnership';

/** The list and the number on the bell are asked again whenever something happens. */
export const notificationLive: LiveHandlers = refreshOnEvery((id) => notificationsQuery(id).queryKey);

type Held = CallOutput<'listNotifications'>;
type Items = NonNullable<CallInput<'readNotifications'>['items']>;

/** Marks notifications as read, at once: the named ones, or all when none is named. */
export function useMarkRead() {
  const cache = useQueryClient();
  const { id: partnershipId } = usePartnership();
  const { queryKey } = notificationsQuery(partnershipId);
  return useMutation({
    mutationFn: (items: Items | null) => call('readNotifications', { partnershipId, ...(items ? { items } : {}) }),
    onMutate: async (items) => {
      await cache.cancelQueries({ queryKey });
      const before = cache.getQueryData(queryKey);
      cache.setQueryData(queryKey, (held) => held && markRead(held, items, new Date().toISOString()));
      return before;
    },
    onSuccess: (held) => cache.setQueryData(queryKey, held),
    onError: (_error, _items, before) => {
      cache.setQueryData(queryKey, before);
      void cache.invalidateQueries({ queryKey });
    },
  });
}

/** The list after these were read. */
export function markRead(held: Held, items: Items | null, at: string): Held {
  const named = (one: Notification) =>
    items === null || items.some(({ spaceId, sequence }) => spaceId === one.spaceId && sequence === one.sequence);
  const marked = held.items.map((one) => (one.readAt === null && named(one) ? { ...one, readAt: at } : one));
  const read = held.items.filter((one) => one.readAt === null && named(one)).length;
  return { items: marked, unread: items === null ? 0 : Math.max(0, held.unread - read) };
}
