import type { Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Mention, type MentionNodeAttrs } from '@tiptap/extension-mention';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import type { SuggestionOptions } from '@tiptap/suggestion';
import { isSafeLink } from './safe-link';

/** Whom a text can name. `id` is `person:<uuid>` or `organization:<uuid>`, as the schema of the server demands. */
export type Nameable = { id: string; label: string; note: string; slot: number | null; letters?: string };

type Options = {
  mention?: Omit<SuggestionOptions<Nameable, MentionNodeAttrs>, 'editor'>;
  /** What a screen reader says of a box to tick, with its line. */
  tickLabel?: (line: string) => string;
};

const mentionId = /^(person|organization):[0-9a-f-]{36}$/;

/** A mention which comes by paste must name somebody of ours, or it is plain words. */
const OwnMention = Mention.extend({
  parseHTML: () => [
    {
      tag: 'span[data-type="mention"]',
      getAttrs: (element) => (mentionId.test(element.getAttribute('data-id') ?? '') ? null : false),
    },
  ],
});

/** What a co-edited text can hold: the same shape as the server's schema, which a test compares. */
export function textExtensions({ mention, tickLabel }: Options = {}): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      code: false,
      codeBlock: false,
      // The shared document keeps its own steps, so that undo takes back one's own words only.
      undoRedo: false,
      // It writes an empty line by itself, which would be an edit of everybody who only reads.
      trailingNode: false,
      dropcursor: { color: false, class: 'drop-line' },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        protocols: [],
        isAllowedUri: (url) => isSafeLink(url),
        shouldAutoLink: (url) => isSafeLink(url) || /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(url),
      },
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      ...(tickLabel ? { a11y: { checkboxLabel: (node: { textContent: string }) => tickLabel(node.textContent) } } : {}),
    }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    mention ? OwnMention.configure({ suggestion: mention }) : OwnMention,
  ];
}
