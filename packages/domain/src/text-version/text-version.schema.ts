import * as z from 'zod';
import { DocumentId, PersonId, SeatId, TextVersionId } from '../kernel/id.js';
import { Moment, requiredText } from '../kernel/value.js';

/** A co-edited text as it stood once: the whole of it, kept beside its log. */
export const TextVersion = z.object({
  id: TextVersionId,
  documentId: DocumentId,
  /** It holds the log of the text up to and including this entry. */
  sequence: z.int().min(1),
  /** Named versions stay for ever; of the automatic ones fewer are kept the older they are. */
  kind: z.enum(['named', 'automatic']),
  name: requiredText(80).nullable(),
  /** Who named it; null when the product kept it by itself. */
  madeBy: SeatId.nullable(),
  /** Who wrote since the version before, in the order in which they began. */
  writers: z.array(PersonId),
  /** When the text was so. */
  at: Moment,
});
export type TextVersion = z.infer<typeof TextVersion>;

type Attributes = Record<string, unknown>;

/** A co-edited text, or a part of it, with who wrote which words and what is different from another version. */
export interface TextNode {
  type: string;
  attrs?: Attributes | undefined;
  text?: string | undefined;
  marks?: { type: string; attrs?: Attributes | undefined }[] | undefined;
  /** Stands with words and mentions only; null for what the product itself wrote. */
  author?: PersonId | null | undefined;
  change?: 'added' | 'removed' | undefined;
  content?: TextNode[] | undefined;
}
const Attributes = z.record(z.string(), z.unknown()).optional();
export const TextNode: z.ZodType<TextNode> = z.object({
  type: z.string(),
  attrs: Attributes,
  text: z.string().optional(),
  marks: z.array(z.object({ type: z.string(), attrs: Attributes })).optional(),
  author: PersonId.nullable().optional(),
  change: z.enum(['added', 'removed']).optional(),
  get content() {
    return z.array(TextNode).optional();
  },
});

/** With what a version is compared: the one before it, or the text as it is now. */
export const Comparison = z.enum(['previous', 'now']);
export type Comparison = z.infer<typeof Comparison>;

/** A version for reading. */
export const TextReading = z.object({
  /** What is read; null for the text as it is now. */
  version: TextVersion.nullable(),
  /** The older side of the comparison; null when nothing is older, or when nothing was to be compared. */
  since: TextVersion.nullable(),
  content: TextNode,
  /** Words that differ in the comparison. */
  added: z.int().min(0),
  removed: z.int().min(0),
  /** Nothing differs from the text as it is now. */
  isNow: z.boolean(),
});
export type TextReading = z.infer<typeof TextReading>;
