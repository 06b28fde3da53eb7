import type { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Lock } from 'lucide-react';
import { type CSSProperties, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { classes } from '@/lib/classes';
import type { OpenDocument } from '@/lib/document';
import { useLater } from '@/lib/later';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import { AnchorMarks, anchorAt, placeOf, redrawMarks } from './anchor';
import { caretOf, selectionOf } from './caret';
import type { CoEditorProps } from './co-editor';
import { CursorGuard } from './cursor-guard';
import { type Nameable, textExtensions } from './extensions';
import { linkFinder } from './link';
import { NamingSession } from './naming';
import { NamingList } from './naming-list';
import { cleanPasted } from './paste';
import { Placeholder } from './placeholder';
import { hasTable, tableTools } from './table';
import styles from './text.module.css';
import { Toolbar } from './toolbar';
import { useEditor, useEditorState } from './use-editor';
import { useKeyboardEdge } from './use-keyboard-edge';
import { Writers } from './writers';

type Props = Omit<CoEditorProps, 'documentId'> & {
  open: OpenDocument;
  nameables: readonly Nameable[];
  /** Why the text can be read only, if it is so. */
  whyReadOnly?: string | undefined;
};

/** The text itself: everything of it that needs the editor, fetched only where a text is shown. */
export function TextEditor({ open, nameables, whyReadOnly, label, actions, marks = [], handle, versions }: Props) {
  const words = useWords().writing;
  const session = useMemo(() => new NamingSession(), []);
  const latest = useRef({ nameables, marks });
  latest.current = { nameables, marks };
  const editable = whyReadOnly === undefined;
  const name = label ?? words.text;
  const { editor, place } = useEditor(open, () => ({
    injectCSS: false,
    editable,
    extensions: [
      ...textExtensions({ naming: session.plugin(() => latest.current.nameables), tickLabel: words.tick }),
      Collaboration.configure({ document: open.doc }),
      CursorGuard,
      CollaborationCaret.configure({
        provider: open.provider.socket,
        user: {},
        render: caretOf,
        selectionRender: selectionOf,
      }),
      AnchorMarks.configure({ marks: () => latest.current.marks }),
      Placeholder.configure({ says: words.placeholder, className: 'is-empty is-first' }),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': name, class: styles.text ?? '' },
      transformPastedHTML: cleanPasted,
    },
  }));
  useEffect(() => {
    if (!editor) return;
    editor.setEditable(editable, false);
    editor.view.dom.setAttribute('aria-readonly', String(!editable));
    editor.view.dom.tabIndex = 0;
  }, [editor, editable]);
  const drawn = marks.map(({ id, anchor, label: said }) => `${id} ${anchor} ${said}`).join();
  useEffect(() => {
    editor?.view.dispatch(redrawMarks(editor.state));
  }, [editor, drawn]);
  useImperativeHandle(handle, () => ({ scrollToAnchor: (anchor) => editor !== null && goTo(editor, anchor) }), [
    editor,
  ]);
  return (
    <div className={styles.sheet}>
      {editable ? (
        editor && <Tools editor={editor} actions={actions} />
      ) : (
        <p className={styles.note}>
          <Icon of={Lock} size={16} />
          <span>
            <b>{words.readOnly}</b> {whyReadOnly}
          </span>
        </p>
      )}
      <div className={styles.above}>
        <Writers awareness={open.provider.socket.awareness} />
        {versions}
      </div>
      <div ref={place} />
      {editor && <NamingList session={session} editor={editor} />}
    </div>
  );
}

/** The bar over the text; on a phone it stands on the keyboard while somebody writes. */
function Tools({ editor, actions }: { editor: Editor; actions: Props['actions'] }) {
  const words = useWords().writing;
  const writes = useEditorState(editor, ({ isFocused }) => isFocused);
  useLater(linkFinder, writes);
  useTableTools(editor);
  const bottom = useKeyboardEdge(writes);
  const lifted: CSSProperties | undefined = writes ? { bottom } : undefined;
  const chosen = useEditorState(editor, ({ state: { selection } }) => ({ from: selection.from, to: selection.to }));
  const text =
    chosen.to > chosen.from ? editor.state.doc.textBetween(chosen.from, chosen.to, '\n', leafText).trim() : '';
  const anchor = text && actions ? anchorAt(editor.state, chosen.from) : null;
  return (
    <div className={classes(writes && styles.phoneBar)} style={lifted}>
      <Toolbar editor={editor}>
        {anchor && actions && (
          <span className={styles.selection} role="group" aria-label={words.selection}>
            {actions({ text, anchor })}
          </span>
        )}
      </Toolbar>
    </div>
  );
}

/** Where there is a table, what writes in it joins the editor. */
function useTableTools(editor: Editor): void {
  const holdsTable = useEditorState(editor, ({ state }) => hasTable(state.doc));
  const tools = useLater(tableTools, holdsTable);
  useEffect(() => {
    if (holdsTable) tools?.editTables(editor);
  }, [editor, holdsTable, tools]);
}

const leafText = (node: { attrs: Record<string, unknown> }) =>
  typeof node.attrs['label'] === 'string' ? `@${node.attrs['label']}` : '';

/** Shows the line of an anchor and lights it up for a moment. */
function goTo(editor: Editor, anchor: string): boolean {
  const place = placeOf(editor.state, anchor);
  if (place === null) return false;
  const { node } = editor.view.domAtPos(place);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  if (styles.flash) {
    element?.classList.add(styles.flash);
    element?.addEventListener('animationend', () => element.classList.remove(styles.flash ?? ''), { once: true });
  }
  return true;
}
