import { TextSelection } from '@tiptap/pm/state';
import type { TextEditor } from './text-editor';

/** Whole numbers from 0 to `sides` - 1. */
type Dice = (sides: number) => number;
type Hand = { editor: TextEditor; roll: Dice; token: () => string };
type Edit = (hand: Hand) => void;

const place = ({ editor, roll }: Hand) => roll(editor.state.doc.content.size + 1);

/** A cursor or a selection somewhere, where one can be. */
function select(hand: Hand): void {
  const from = place(hand);
  const to = Math.min(hand.editor.state.doc.content.size, from + hand.roll(12));
  hand.editor.commands.command(({ tr }) => {
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)));
    return true;
  });
}

const write: Edit = (hand) => {
  select(hand);
  hand.editor.commands.setTextSelection(hand.editor.state.selection.from);
  hand.editor.commands.insertContent({ type: 'text', text: hand.token() });
};

/** Edits of words only: nothing here takes a paragraph out and puts another one in its place. */
export const wordEdits: readonly Edit[] = [
  write,
  write,
  write,
  (hand) => {
    select(hand);
    hand.editor.commands.toggleBold();
  },
  (hand) => {
    select(hand);
    hand.editor.commands.toggleItalic();
  },
];

/** Everything the editor offers. */
export const allEdits: readonly Edit[] = [
  ...wordEdits,
  (hand) => {
    select(hand);
    hand.editor.commands.deleteSelection();
  },
  ({ editor }) => void editor.commands.splitBlock(),
  ({ editor }) => void editor.commands.joinBackward(),
  ({ editor, roll }) => void editor.commands.toggleHeading({ level: (1 + roll(3)) as 1 | 2 | 3 }),
  ({ editor }) => void editor.commands.toggleBulletList(),
  ({ editor }) => void editor.commands.toggleOrderedList(),
  ({ editor }) => void editor.commands.toggleTaskList(),
  ({ editor }) => void editor.commands.sinkListItem('listItem'),
  ({ editor }) => void editor.commands.liftListItem('listItem'),
  ({ editor }) => void editor.commands.toggleBlockquote(),
  ({ editor }) => void editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true }),
  ({ editor }) => void editor.commands.addRowAfter(),
  ({ editor }) => void editor.commands.addColumnAfter(),
  ({ editor }) => void editor.commands.deleteRow(),
  ({ editor }) => void editor.commands.undo(),
  ({ editor }) => void editor.commands.redo(),
  (hand) => void hand.editor.commands.setLink({ href: 'https://contoh.id/harga' }),
  (hand) => void hand.editor.commands.insertContent(`<p>${hand.token()}</p><ul><li>${hand.token()}</li></ul>`),
];

/** Does one of the edits; one that cannot be done where the cursor stands does nothing. */
export function editSomehow(edits: readonly Edit[], hand: Hand): void {
  if (hand.roll(3) === 0) select(hand);
  try {
    edits[hand.roll(edits.length)]?.(hand);
  } catch (problem) {
    // The library refuses some commands by an error of its own, before it changes anything.
    if (!(problem instanceof Error) || !/TransformError|RangeError/.test(problem.name)) throw problem;
  }
}
