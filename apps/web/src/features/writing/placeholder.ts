import { Extension, isNodeEmpty } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Words which stand in an empty line as long as the cursor is there. */
export const Placeholder = Extension.create<{ says: string; className: string }>({
  name: 'placeholder',
  addOptions: () => ({ says: '', className: '' }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          decorations({ doc, selection: { $anchor } }) {
            const line = $anchor.depth > 0 ? $anchor.node(1) : null;
            if (!editor.isEditable || !line || !isNodeEmpty(line)) return null;
            const says = { class: options.className, 'data-placeholder': options.says };
            return DecorationSet.create(doc, [Decoration.node($anchor.before(1), $anchor.after(1), says)]);
          },
        },
      }),
    ];
  },
});
