import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import styles from './text.module.css';

/** A place in the text to which something outside points, such as a task made from this line. */
export type AnchorMark = { id: string; anchor: string; label: string; onOpen: () => void };

type Binding = { type: Y.XmlFragment; doc: Y.Doc; binding: { mapping: Map<never, never> } | null };

const bindingOf = (state: EditorState) => ySyncPluginKey.getState(state) as Binding | undefined;

/** A position of the text as a word which stays true while others write: a Yjs relative position in base64. */
export function anchorAt(state: EditorState, position: number): string | null {
  const sync = bindingOf(state);
  if (!sync?.binding) return null;
  const relative = absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping as never) as unknown;
  return toBase64(Y.encodeRelativePosition(relative as Y.RelativePosition));
}

/** Where an anchor stands now; null when its words are gone or the anchor is none. */
export function placeOf(state: EditorState, anchor: string): number | null {
  const sync = bindingOf(state);
  if (!sync?.binding) return null;
  try {
    const relative = Y.decodeRelativePosition(fromBase64(anchor));
    const place = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping as never);
    return place === null ? null : Math.min(Math.max(0, place as number), state.doc.content.size);
  } catch {
    return null;
  }
}

const key = new PluginKey<DecorationSet>('anchorMarks');

/** Shows a small button at the end of each line to which something points. */
export const AnchorMarks = Extension.create<{ marks: () => readonly AnchorMark[] }>({
  name: 'anchorMarks',
  addOptions: () => ({ marks: () => [] }),
  addProseMirrorPlugins() {
    const { marks } = this.options;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, state) => drawn(state, marks()),
          apply: (tr, held, _, state) =>
            tr.docChanged || tr.getMeta(key) || tr.getMeta(ySyncPluginKey) ? drawn(state, marks()) : held,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});

/** Asks for the marks to be drawn again after the list of them has changed. */
export const redrawMarks = (state: EditorState) => state.tr.setMeta(key, true).setMeta('addToHistory', false);

function drawn(state: EditorState, marks: readonly AnchorMark[]): DecorationSet {
  const widgets = marks.flatMap((mark) => {
    const place = placeOf(state, mark.anchor);
    if (place === null) return [];
    const at = state.doc.resolve(place);
    const end = at.parent.isTextblock ? at.end() : place;
    return [
      Decoration.widget(end, () => button(mark), { key: `${mark.id} ${mark.label}`, side: 20, stopEvent: () => true }),
    ];
  });
  return DecorationSet.create(state.doc, widgets);
}

function button({ label, onOpen }: AnchorMark): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = styles.mark ?? '';
  made.contentEditable = 'false';
  made.textContent = label;
  made.addEventListener('click', onOpen);
  return made;
}
