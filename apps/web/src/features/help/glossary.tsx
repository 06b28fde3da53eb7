import { useState } from 'react';
import { Panel } from '@/ui/card';
import { TextField } from '@/ui/field';
import { useLanguage } from '@/words/language-provider';
import styles from './help.module.css';

/** Every word of the product in both languages with one plain sentence. */
export function Glossary() {
  const { words, language } = useLanguage();
  const { help } = words;
  const [sought, setSought] = useState('');
  const plain = sought.trim().toLowerCase();
  const found = help.terms
    .filter(({ word, other, says }) => `${word} ${other} ${says}`.toLowerCase().includes(plain))
    .toSorted((one, another) => one.word.localeCompare(another.word, language));
  const otherLanguage = language === 'id' ? 'en' : 'id';
  return (
    <Panel title={help.termsTitle} note={help.termsNote} id="istilah">
      <div className={styles.find}>
        <TextField
          type="search"
          label={help.findTerm}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <p className="hushed" role="status">
        {plain && found.length === 0 ? help.noTerm(sought) : ''}
      </p>
      {found.length === 0 ? (
        <p className="muted" aria-hidden="true">
          {help.noTerm(sought)}
        </p>
      ) : (
        <dl className={styles.terms}>
          {found.map(({ word, other, says }) => (
            <div key={word} className={styles.term}>
              <dt>
                {word}
                <span className={styles.other}>
                  <span className="hushed">{help.inOther}: </span>
                  <span lang={otherLanguage}>{other}</span>
                </span>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
