import type { Seat as SeatOfDomain } from '@mufakat/domain';

declare const proof: unique symbol;

/** A seat that was looked up, not made up: only `SeatService` can make one, and every service method asks for one. */
export type Seat = SeatOfDomain & { readonly [proof]: true };
