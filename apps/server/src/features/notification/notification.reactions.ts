import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JournalRelay } from '../../platform/journal/journal-relay.js';
import { concerned } from './concerned.js';
import { NotificationStore } from './notification.store.js';

/** Tells whom each entry concerns, once it is committed. */
@Injectable()
export class NotificationReactions implements OnModuleInit {
  constructor(
    private readonly relay: JournalRelay,
    private readonly notifications: NotificationStore,
  ) {}

  onModuleInit(): void {
    this.relay.react(async (entry, db) => {
      const previous = await this.notifications.previousOf(db, entry);
      const seats = await this.notifications.seatsThatOpen(db, entry.spaceId);
      await this.notifications.tell(db, entry, concerned(entry, previous, seats));
    });
  }
}
