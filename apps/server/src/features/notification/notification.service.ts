import { Injectable } from '@nestjs/common';
import type { listNotifications, Notification, OutputOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { NotificationStore } from './notification.store.js';

type Answer = OutputOf<typeof listNotifications>;

/** The list of what concerns a person, and what of it they have read. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notifications: NotificationStore,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<Answer> {
    return this.work.read(seat, (tx) => this.notifications.newest(tx));
  }

  /** Marks the named ones as read, or all of them when none is named. */
  read(seat: Seat, items?: readonly Pick<Notification, 'spaceId' | 'sequence'>[]): Promise<Answer> {
    return this.work.run(seat, async (tx) => {
      await this.notifications.markRead(tx, this.clock.now(), items);
      return this.notifications.newest(tx);
    });
  }
}
