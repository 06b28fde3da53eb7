import { Glossary } from '@/features/help/glossary';
import { HowTo, KeyList, Limits, SavedMeaning } from '@/features/help/guide';
import styles from '@/features/help/help.module.css';
import { useScreen } from '@/lib/screen';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';

/** The words of the product, how to use each screen, and what it does not promise. */
export function HelpScreen() {
  const { help: words } = useWords();
  useScreen(words.title);
  const parts = [
    ['istilah', words.termsTitle],
    ['cara', words.howTitle],
    ['papan-tik', words.keysTitle],
    ['tersimpan', words.savedTitle],
    ['batas', words.limitsTitle],
  ] as const;
  return (
    <>
      <ScreenHead title={words.title} note={words.note} />
      <nav className={styles.contents} aria-label={words.contents}>
        {parts.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <div className="stack">
        <Glossary />
        <HowTo />
        <KeyList />
        <SavedMeaning />
        <Limits />
      </div>
    </>
  );
}
