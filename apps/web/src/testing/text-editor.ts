import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type * as Y from 'yjs';
import { CursorGuard } from '@/features/writing/cursor-guard';
import { textExtensions } from '@/features/writing/extensions';
import { tableTools } from '@/features/writing/table';

await tableTools.fetch();

/** The editor of the product on a shared document, without the screen around it. */
export function openTextEditor(document: Y.Doc): Editor {
  const editor = new Editor({
    injectCSS: false,
    element: globalThis.document.createElement('div'),
    extensions: [...textExtensions(), Collaboration.configure({ document }), CursorGuard],
  });
  tableTools.current()?.editTables(editor);
  return editor;
}

export type TextEditor = Editor;
