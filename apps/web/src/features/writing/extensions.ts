import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import type { Plugin } from '@tiptap/pm/state';
import { Link } from './link';
import { Mention } from './mention';
import { tableNodes } from './table';

/** Whom a text can name. `id` is `person:<uuid>` or `organization:<uuid>`, as the schema of the server demands. */
export type Nameable = { id: string; label: string; note: string; slot: number | null; letters?: string };

type Options = {
  /** What offers names while somebody types "@". */
  naming?: Plugin;
  /** What a screen reader says of a box to tick, with its line. */
  tickLabel?: (line: string) => string;
};

/**
 * What a co-edited text can hold: the same shape as the server's schema, which a test compares.
 * No steps of undo here: the shared document keeps its own, so that undo takes back one's own words only.
 * And no empty line at the end by itself, which would be an edit of everybody who only reads.
 */
export function textExtensions({ naming, tickLabel }: Options = {}): Extensions {
  return [
    Bold,
    Blockquote,
    BulletList,
    Document,
    Dropcursor.configure({ color: false, class: 'drop-line' }),
    Gapcursor,
    HardBreak,
    Heading.configure({ levels: [1, 2, 3] }),
    HorizontalRule,
    Italic,
    ListItem,
    ListKeymap,
    Link,
    OrderedList,
    Paragraph,
    Strike,
    Text,
    Underline,
    TaskList,
    TaskItem.configure({
      nested: true,
      ...(tickLabel ? { a11y: { checkboxLabel: (node: { textContent: string }) => tickLabel(node.textContent) } } : {}),
    }),
    ...tableNodes,
    Mention.configure({ naming: naming ?? null }),
  ];
}
