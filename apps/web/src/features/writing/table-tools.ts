import { type Editor, getExtensionField, type KeyboardShortcutCommand } from '@tiptap/core';
import { Table } from '@tiptap/extension-table/table';
import { tableEditing, tableEditingKey } from '@tiptap/pm/tables';

type Deed = (...given: never[]) => (props: never) => boolean;
type Tools = { deeds: Record<string, Deed>; keys: Record<string, KeyboardShortcutCommand> };

const made = new WeakMap<Editor, Tools>();

/** What can be done to the tables of this text: what Tiptap's own table does, without its node. */
export function toolsIn(editor: Editor): Tools {
  const tools = made.get(editor) ?? make(editor);
  made.set(editor, tools);
  return tools;
}

function make(editor: Editor): Tools {
  const { name, options, storage } = Table;
  const context = { name, options, storage, editor, type: editor.schema.nodes['table'] };
  return {
    deeds: getExtensionField<() => Tools['deeds']>(Table, 'addCommands', context)(),
    keys: getExtensionField<() => Tools['keys']>(Table, 'addKeyboardShortcuts', context)(),
  };
}

/** Lets cells be selected and keeps tables whole; it stands before everything else that listens to keys. */
export function editTables(editor: Editor): void {
  if (!tableEditingKey.get(editor.state)) editor.registerPlugin(tableEditing(), (tables, rest) => [tables, ...rest]);
}
