import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** The part of the library's binding that remembers where the cursor was before a change. */
type Binding = { doc: Y.Doc; beforeTransactionSelection: { absAnchor?: number; absHead?: number } | null };

/**
 * After an undo the library remembers a place that may lie behind the end of a text which has become shorter. It would
 * fail on it at the next change and leave the screen behind the text (ueberdosis/y-tiptap#48). Such a place is let go.
 */
export const CursorGuard = Extension.create({
  name: 'cursorGuard',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const binding = () => (ySyncPluginKey.getState(view.state) as { binding?: Binding } | undefined)?.binding;
        const doc = binding()?.doc;
        const guard = () => {
          const held = binding();
          const { absAnchor = 0, absHead = 0 } = held?.beforeTransactionSelection ?? {};
          if (held && Math.max(absAnchor, absHead) > view.state.doc.content.size)
            held.beforeTransactionSelection = null;
        };
        doc?.on('beforeObserverCalls', guard);
        return { destroy: () => doc?.off('beforeObserverCalls', guard) };
      },
    }),
  ],
});
