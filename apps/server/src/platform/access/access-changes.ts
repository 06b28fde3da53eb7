import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { OrganizationId, PersonId, SeatId, SessionId } from '@mufakat/domain';
import { Notices } from '../database/notices.js';
import type { Db } from '../database/system-work.js';

/** A right that was taken away or lowered; whatever names it must be asked for again. */
export type AccessChange =
  | { kind: 'session'; sessionId: SessionId }
  | { kind: 'person'; personId: PersonId }
  | { kind: 'seat'; seatId: SeatId; personId: PersonId }
  | { kind: 'organization'; organizationId: OrganizationId };

/** Everybody is asked again every five seconds, in case news were lost, and every second while none can arrive. */
const beat = 1_000;
const beatsBetweenLooks = { up: 5, down: 1 };

/** Tells open sockets and rooms, in every process, that somebody's rights changed. */
@Injectable()
export class AccessChanges implements OnModuleInit, OnModuleDestroy {
  private readonly listeners = new Set<(change: AccessChange) => void>();
  private readonly doubters = new Set<(isLikely: boolean) => void>();
  private timer: NodeJS.Timeout | undefined;
  private beats = 0;

  constructor(private readonly notices: Notices) {}

  onModuleInit(): void {
    this.notices.on('access', (text) => this.hear(JSON.parse(text) as AccessChange));
    this.notices.onReturn(() => this.doubt(true));
    this.timer = setInterval(() => this.onBeat(), beat).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Hears of a change right after the commit that made it. */
  onChange(listener: (change: AccessChange) => void): void {
    this.listeners.add(listener);
  }

  /**
   * Called whenever a change may have gone unheard: anybody's rights may be others than they were. It is likely when
   * news could not arrive for a while, and otherwise a habit.
   */
  onDoubt(look: (isLikely: boolean) => void): void {
    this.doubters.add(look);
  }

  /** Announces the change in the transaction that makes it. */
  announce(db: Pick<Db, 'query'>, change: AccessChange): Promise<void> {
    return this.notices.tell(db, 'access', JSON.stringify(change));
  }

  private hear(change: AccessChange): void {
    for (const listener of this.listeners) listener(change);
  }

  private doubt(isLikely: boolean): void {
    this.beats = 0;
    for (const look of this.doubters) look(isLikely);
  }

  private onBeat(): void {
    this.beats += 1;
    const { isUp } = this.notices;
    if (this.beats >= (isUp ? beatsBetweenLooks.up : beatsBetweenLooks.down)) this.doubt(!isUp);
  }
}
