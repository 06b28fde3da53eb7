import type { Notification } from '@mufakat/domain';
import { type Subject, subjectOf } from '@/lib/told-change';

/** All that concerns the person about one thing, the newest first. */
export type NotificationGroup = {
  subject: Subject;
  newest: Notification;
  all: readonly Notification[];
  unread: readonly Notification[];
};

/** One group for each thing, in the order of what happened last. */
export function groupBySubject(items: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, Notification[]>();
  for (const item of items.toSorted(newestFirst)) {
    const { id } = subjectOf(item.entry);
    groups.set(id, [...(groups.get(id) ?? []), item]);
  }
  return [...groups.values()].flatMap((all) => {
    const [newest] = all;
    if (!newest) return [];
    return [{ subject: subjectOf(newest.entry), newest, all, unread: all.filter(({ readAt }) => readAt === null) }];
  });
}

const newestFirst = (a: Notification, b: Notification) =>
  b.entry.at.localeCompare(a.entry.at) || b.sequence - a.sequence;
