import { type Editor, getMarkAttributes } from '@tiptap/core';
import { type ComponentProps, type FormEvent, type ReactElement, useState } from 'react';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Popover } from '@/ui/popover';
import { useWords } from '@/words/language-provider';
import { linkFrom } from './safe-link';
import styles from './toolbar.module.css';

type Props = { editor: Editor; opener: ReactElement<Pick<ComponentProps<'button'>, 'onClick'>> };

/** Puts a link on the selected words, or takes it off. */
export function LinkForm({ editor, opener }: Props) {
  const words = useWords().writing.link;
  return (
    <Popover opener={opener as never} label={words.title} align="start">
      <Form editor={editor} />
    </Popover>
  );
}

function Form({ editor }: { editor: Editor }) {
  const words = useWords().writing.link;
  const held = getMarkAttributes(editor.state, 'link')['href'] as string | undefined;
  const [typed, setTyped] = useState(held ?? '');
  const [wrong, setWrong] = useState(false);
  const set = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = linkFrom(typed);
    if (!href) return setWrong(true);
    const to = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !held)
      to.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else to.setLink({ href }).run();
    closeFloat();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    closeFloat();
  };
  return (
    <form onSubmit={set} className={styles.link} noValidate>
      <TextField
        label={words.address}
        hint={words.hint}
        error={wrong ? words.wrong : undefined}
        value={typed}
        inputMode="url"
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="row">
        <Button kind="primary" small type="submit">
          {words.set}
        </Button>
        {held && (
          <Button kind="quiet" small onClick={remove}>
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The popover closes on a press elsewhere; the deed is done, so this counts as one. */
function closeFloat(): void {
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
}
