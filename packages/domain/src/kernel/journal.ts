import * as z from 'zod';
import { SeatId, SpaceId } from './id.js';
import { Moment } from './value.js';

/** What every journal entry carries, whatever happened. `sequence` has no gaps inside one space. */
export const entryOf = <Name extends string, Data extends z.ZodType>(name: Name, data: Data) =>
  z.object({
    name: z.literal(name),
    data,
    spaceId: SpaceId,
    sequence: z.int().positive(),
    /** The seat that did it, or null when the product itself did. */
    by: SeatId.nullable(),
    at: Moment,
  });
