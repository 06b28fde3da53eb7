import { mergeAttributes, Node } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';

type Options = {
  /** What offers names while somebody types "@". */
  naming: Plugin | null;
};

const mentionId = /^(person|organization):[0-9a-f-]{36}$/;
const sign = '@';

const spoken = ({ id, label }: Record<string, unknown>) => `${sign}${String(label ?? id)}`;

/** The name of a person or a firm in the text. One which comes by paste must name somebody of ours, or it is plain words. */
export const Mention = Node.create<Options>({
  name: 'mention',
  priority: 101,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addOptions: () => ({ naming: null }),
  addAttributes: () => ({
    id: kept('id', 'data-id', null),
    label: kept('label', 'data-label', null),
    mentionSuggestionChar: kept('mentionSuggestionChar', 'data-mention-suggestion-char', sign),
  }),
  parseHTML: () => [
    {
      tag: 'span[data-type="mention"]',
      getAttrs: (element) => (mentionId.test(element.getAttribute('data-id') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-type': 'mention' }, HTMLAttributes),
    spoken(node.attrs),
  ],
  renderText: ({ node }) => spoken(node.attrs),
  addKeyboardShortcuts() {
    // Taking back a name leaves its sign, so that another one can be chosen.
    return {
      Backspace: ({ editor }) => {
        const { empty, $from } = editor.state.selection;
        const before = empty ? $from.nodeBefore : null;
        if (before?.type !== this.type) return false;
        const from = $from.pos - before.nodeSize;
        return editor.commands.insertContentAt({ from, to: $from.pos }, sign);
      },
    };
  },
  addProseMirrorPlugins() {
    return this.options.naming ? [this.options.naming] : [];
  },
});

/** An attribute of the node as one of the element. */
const kept = (key: string, name: string, otherwise: string | null) => ({
  default: otherwise,
  parseHTML: (element: HTMLElement) => element.getAttribute(name),
  renderHTML: ({ [key]: value }: Record<string, unknown>) => (value ? { [name]: value } : {}),
});
