import { Controller } from '@nestjs/common';
import { listNotifications, readNotifications, type OutputOf, type ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { NotificationService } from './notification.service.js';

@Controller()
export class NotificationController {
  constructor(private readonly notifications: NotificationService) {}

  @Endpoint(listNotifications)
  list(@TakenSeat() seat: Seat): Promise<OutputOf<typeof listNotifications>> {
    return this.notifications.list(seat);
  }

  @Endpoint(readNotifications)
  read(
    @TakenSeat() seat: Seat,
    @Input(readNotifications) input: ParsedOf<typeof readNotifications>,
  ): Promise<OutputOf<typeof readNotifications>> {
    return this.notifications.read(seat, input.items);
  }
}
