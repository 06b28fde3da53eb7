import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type * as Y from 'yjs';
import { CursorGuard } from '@/features/writing/cursor-guard';
import { textExtensions } from '@/features/writing/extensions';

/** The editor of the product on a shared document, without the screen around it. */
export function openTextEditor(document: Y.Doc): Editor {
  return new Editor({
    injectCSS: false,
    element: globalThis.document.createElement('div'),
    extensions: [...textExtensions(), Collaboration.configure({ document }), CursorGuard],
  });
}

export type TextEditor = Editor;
