import * as z from 'zod';

/** The largest update that is taken outside of a socket, in base64: 256 KiB and a little for what surrounds it. */
const mostOfAnUpdate = 352_000;

/** A Yjs update in base64. */
export const UpdateText = z.base64().min(1).max(mostOfAnUpdate);

/** What a co-edited text's log holds after a sequence. */
export const DocumentNews = z.object({
  /** Which history this is: a copy of another one must not be merged with it. */
  generation: z.int().positive(),
  /** The last sequence that is part of this answer; ask from here the next time. */
  sequence: z.int().min(0),
  /** Yjs updates in base64, in the order in which they are to be applied. */
  updates: z.array(z.base64()),
});
export type DocumentNews = z.infer<typeof DocumentNews>;
