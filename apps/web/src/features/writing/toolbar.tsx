import type { ChainedCommands, Editor } from '@tiptap/core';
import {
  AtSign,
  Bold,
  Italic,
  Link as LinkDrawing,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  Strikethrough,
  Table2,
  Underline,
  Undo2,
} from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classes } from '@/lib/classes';
import { Icon } from '@/ui/icon';
import { ChoiceMenu, Menu } from '@/ui/menu';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { LinkForm } from './link-form';
import { tableTools } from './table';
import styles from './toolbar.module.css';
import { useEditorState } from './use-editor';

type Tool = { label: string; icon: LucideIcon; keys?: string; on?: boolean; off?: boolean; run: () => void };

/** What can be done to the text under the caret. One stop of the Tab key; arrows go from tool to tool. */
export function Toolbar({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const words = useWords().writing;
  const bar = useRef<HTMLDivElement>(null);
  const groups = useTools(editor, words);
  return (
    <div
      ref={bar}
      className={classes(styles.bar, 'no-print')}
      role="toolbar"
      aria-label={words.toolbar}
      onKeyDown={(event) => walk(event, bar.current)}
      onMouseDown={keepSelection}
    >
      <BlockChoice editor={editor} />
      {groups.map((tools, at) => (
        <span key={at} className={styles.group}>
          {tools.map((tool) => (
            <ToolButton key={tool.label} {...tool} />
          ))}
        </span>
      ))}
      <span className={styles.group}>
        <LinkForm editor={editor} opener={<ToolButton label={words.link.title} icon={LinkDrawing} />} />
        <TableMenu editor={editor} />
      </span>
      {children}
    </div>
  );
}

type ButtonProps = Omit<Tool, 'run'> & { run?: () => void; onClick?: (event: never) => void };

function ToolButton({ label, icon, keys, on, off = false, run, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-pressed={on}
      aria-disabled={off || undefined}
      tabIndex={-1}
      onClick={() => off || run?.()}
      {...(rest as object)}
    >
      <Icon of={icon} size={16} />
    </button>
  );
}

function useTools(editor: Editor, words: Words['writing']): Tool[][] {
  const is = useEditorState(editor, (now) => ({
    bold: now.isActive('bold'),
    italic: now.isActive('italic'),
    underline: now.isActive('underline'),
    strike: now.isActive('strike'),
    bullets: now.isActive('bulletList'),
    numbers: now.isActive('orderedList'),
    ticks: now.isActive('taskList'),
    quote: now.isActive('blockquote'),
    undo: now.can().undo(),
    redo: now.can().redo(),
  }));
  const to = () => editor.chain().focus();
  return [
    [
      { label: words.bold, icon: Bold, keys: 'Ctrl B', on: is.bold, run: () => to().toggleBold().run() },
      { label: words.italic, icon: Italic, keys: 'Ctrl I', on: is.italic, run: () => to().toggleItalic().run() },
      {
        label: words.underline,
        icon: Underline,
        keys: 'Ctrl U',
        on: is.underline,
        run: () => to().toggleUnderline().run(),
      },
      { label: words.strike, icon: Strikethrough, on: is.strike, run: () => to().toggleStrike().run() },
    ],
    [
      { label: words.bullets, icon: List, on: is.bullets, run: () => to().toggleBulletList().run() },
      { label: words.numbers, icon: ListOrdered, on: is.numbers, run: () => to().toggleOrderedList().run() },
      { label: words.ticks, icon: ListChecks, on: is.ticks, run: () => to().toggleTaskList().run() },
      { label: words.quote, icon: Quote, on: is.quote, run: () => to().toggleBlockquote().run() },
      { label: words.line, icon: Minus, run: () => to().setHorizontalRule().run() },
    ],
    [
      { label: words.mention, icon: AtSign, keys: '@', run: () => to().insertContent('@').run() },
      { label: words.undo, icon: Undo2, keys: 'Ctrl Z', off: !is.undo, run: () => to().undo().run() },
      { label: words.redo, icon: Redo2, keys: 'Ctrl Shift Z', off: !is.redo, run: () => to().redo().run() },
    ],
  ];
}

function BlockChoice({ editor }: { editor: Editor }) {
  const words = useWords().writing;
  const level = useEditorState(
    editor,
    (now) => [1, 2, 3].find((each) => now.isActive('heading', { level: each })) ?? 0,
  );
  const name = (each: number) => (each === 0 ? words.paragraph : words.heading(each));
  const choose = (value: string) => {
    const to = editor.chain().focus();
    if (value === '0') to.setParagraph().run();
    else to.setHeading({ level: Number(value) as 1 | 2 | 3 }).run();
  };
  return (
    <ChoiceMenu
      value={String(level)}
      choices={[0, 1, 2, 3].map((each) => ({ value: String(each), label: name(each) }))}
      onChoose={choose}
    >
      <button type="button" className={styles.block} aria-label={words.block(name(level))} tabIndex={0}>
        {name(level)}
      </button>
    </ChoiceMenu>
  );
}

function TableMenu({ editor }: { editor: Editor }) {
  const words = useWords().writing.table;
  const inside = useEditorState(editor, (now) => now.isActive('table'));
  const action = (label: string, act: (to: ChainedCommands) => ChainedCommands) => ({
    label,
    onSelect: () => void tableTools.fetch().then(() => act(editor.chain().focus()).run()),
  });
  const insert = action(words.insert, (to) => to.insertTable({ rows: 3, cols: 3, withHeaderRow: true }));
  const change = [
    action(words.rowBelow, (to) => to.addRowAfter()),
    action(words.columnAfter, (to) => to.addColumnAfter()),
    action(words.headRow, (to) => to.toggleHeaderRow()),
  ];
  const remove = [
    action(words.removeRow, (to) => to.deleteRow()),
    action(words.removeColumn, (to) => to.deleteColumn()),
    { ...action(words.remove, (to) => to.deleteTable()), danger: true },
  ];
  return (
    <Menu groups={inside ? [change, remove] : [[insert]]}>
      <ToolButton label={words.title} icon={Table2} on={inside} />
    </Menu>
  );
}

/** A press on a tool leaves the caret where it is. */
function keepSelection(event: { target: EventTarget; preventDefault(): void }): void {
  if (event.target instanceof Element && !event.target.closest('input')) event.preventDefault();
}

function walk(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!bar || !step || !(event.target instanceof HTMLButtonElement) || !bar.contains(event.target)) return;
  const tools = [...bar.querySelectorAll<HTMLButtonElement>(':scope > button, :scope > span > button')];
  const next = tools[(tools.indexOf(event.target) + step + tools.length) % tools.length];
  event.preventDefault();
  for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1;
  next?.focus();
}
