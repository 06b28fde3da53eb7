import type { Unsent } from '@mufakat/provider';
import { FilePenLine } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '@/lib/save-file';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { useWords } from '@/words/language-provider';
import styles from './unsent-words.module.css';

type Props = {
  unsent: readonly Unsent[];
  /** Puts the lines at the end of the text; missing while that is not allowed. */
  onAppend?: ((lines: readonly string[]) => void) | undefined;
  /** The person has the words, or does not need them. */
  onDone: () => void;
};

/** Own words which did not get into the text, until the person decides what becomes of them. */
export function UnsentWords({ unsent, onAppend, onDone }: Props) {
  const words = useWords().writing.unsent;
  const [has, setHas] = useState<'copied' | 'downloaded' | null>(null);
  const lines = unsent.flatMap((each) => each.lines);
  const text = lines.join('\n\n');
  const append = () => {
    onAppend?.(lines);
    onDone();
  };
  const copy = () => void navigator.clipboard.writeText(text).then(() => setHas('copied'));
  const download = () => {
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), words.fileName);
    setHas('downloaded');
  };
  return (
    <section className={styles.unsent} aria-label={words.title}>
      <Banner tone="risk" icon={FilePenLine} title={`${words.title}.`}>
        {reasonOf(unsent.at(-1)?.code, words)} {lines.length > 0 ? words.stays : words.unreadable}
      </Banner>
      {lines.length > 0 && (
        <blockquote className={styles.lines} tabIndex={0}>
          {lines.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </blockquote>
      )}
      <div className={styles.actions}>
        {lines.length > 0 && (
          <>
            {onAppend && <Button onClick={append}>{words.append}</Button>}
            <Button onClick={copy}>{words.copy}</Button>
            <Button onClick={download}>{words.download}</Button>
          </>
        )}
        {(has !== null || lines.length === 0) && (
          <Button kind="quiet" onClick={onDone}>
            {words.done}
          </Button>
        )}
        <span role="status">{has && words[has]}</span>
      </div>
    </section>
  );
}

type Said = ReturnType<typeof useWords>['writing']['unsent'];

function reasonOf(code: number | undefined, words: Said): string {
  if (code === 0) return words.replaced;
  if (code === 4403 || code === 4404) return words.rights;
  return code === 4409 ? words.clash : words.other;
}
