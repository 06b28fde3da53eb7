import { Check } from 'lucide-react';
import { classes } from '@/lib/classes';
import { ago, dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { tellChange } from '@/lib/tell-change/tell-change';
import { SubjectLink, useNames } from '@/lib/told-change';
import { Card } from '@/ui/card';
import { IconButton } from '@/ui/icon-button';
import { PersonMark } from '@/ui/person-mark';
import { useLanguage } from '@/words/language-provider';
import type { NotificationGroup } from './notification-groups';
import styles from './notification-list.module.css';

type Props = { groups: readonly NotificationGroup[]; onRead: (group: NotificationGroup) => void };

/** One row for each thing; opening it marks all of it as read. */
export function NotificationList({ groups, onRead }: Props) {
  return (
    <Card>
      <ul>
        {groups.map((group) => (
          <GroupRow key={group.subject.id} group={group} onRead={() => onRead(group)} />
        ))}
      </ul>
    </Card>
  );
}

function GroupRow({ group, onRead }: { group: NotificationGroup; onRead: () => void }) {
  const { language, words } = useLanguage();
  const { zone, member, partnerOf } = usePartnership();
  const says = words.notification;
  const names = useNames();
  const { subject, newest, all, unread } = group;
  const { entry, reason } = newest;
  const isUnread = unread.length > 0;
  const title = subject.title || says.partnership;
  const firm = partnerOf(entry.by);
  const { who, did, details } = tellChange({ entry, previous: null }, words.change, names);
  return (
    <li className={classes(styles.row, isUnread && styles.unread)}>
      <PersonMark name={member(entry.by)?.name ?? who} slot={firm?.slot ?? null} silent />
      <div className={styles.words}>
        <div className={styles.reason}>
          {isUnread && (
            <span className={styles.dot}>
              <span className="hushed">{says.unread}</span>
            </span>
          )}
          {says.reasons[reason]}
        </div>
        <h2 className={styles.title}>
          <SubjectLink subject={subject} onOpen={onRead}>
            {title}
          </SubjectLink>
        </h2>
        <p className={styles.note}>
          <b>{who}</b>
          {firm && ` (${firm.organization.name})`} {[did, ...details].join('. ')}
          {all.length > 1 && ` ${says.more(all.length - 1)}`}
        </p>
      </div>
      <time className={styles.when} dateTime={entry.at} title={dayAndTime(entry.at, language, zone)}>
        {ago(entry.at, language)}
      </time>
      {isUnread && <IconButton icon={Check} label={says.markRead(title)} className={styles.mark} onClick={onRead} />}
    </li>
  );
}
