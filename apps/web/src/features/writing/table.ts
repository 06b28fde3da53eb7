import { callOrReturn, type Editor, getExtensionField, type KeyboardShortcutCommand, Node } from '@tiptap/core';
import { TableCell } from '@tiptap/extension-table/cell';
import { TableHeader } from '@tiptap/extension-table/header';
import { TableRow } from '@tiptap/extension-table/row';
import type { Node as TextNode } from '@tiptap/pm/model';
import { Later } from '@/lib/later';

/** What writes in a table, fetched where a text has one or somebody sets one. */
export const tableTools = new Later(() => import('./table-tools'));

const deeds = [
  'insertTable',
  'addRowAfter',
  'addColumnAfter',
  'toggleHeaderRow',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
  'goToNextCell',
  'goToPreviousCell',
] as const;
const keys = ['Tab', 'Shift-Tab', 'Backspace', 'Mod-Backspace', 'Delete', 'Mod-Delete'];

const toolsIn = (editor: Editor) => tableTools.current()?.toolsIn(editor);

/** A table as it is read. */
const Table = Node.create({
  name: 'table',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  group: 'block',
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addCommands() {
    const { editor } = this;
    return Object.fromEntries(
      deeds.map((deed) => [
        deed,
        (...given: never[]) =>
          (props: never) =>
            toolsIn(editor)?.deeds[deed]?.(...given)(props) ?? false,
      ]),
    );
  },
  addKeyboardShortcuts() {
    const { editor } = this;
    return Object.fromEntries(
      keys.map((key): [string, KeyboardShortcutCommand] => [
        key,
        (props) => toolsIn(editor)?.keys[key]?.(props) ?? false,
      ]),
    );
  },
  extendNodeSchema: (extension) => ({ tableRole: callOrReturn(getExtensionField(extension, 'tableRole', extension)) }),
});

export const tableNodes = [Table, TableRow, TableHeader, TableCell];

/** Whether there is a table in the text, however deep. */
export function hasTable(text: TextNode): boolean {
  let has = false;
  text.descendants(({ type, isTextblock }) => {
    has ||= type.name === 'table';
    return !has && !isTextblock;
  });
  return has;
}
