import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { Editor } from '@tiptap/core';
import { useAnnounce } from '@/ui/announcer';
import { OrganizationMark } from '@/ui/organization-mark';
import { PersonMark } from '@/ui/person-mark';
import { useWords } from '@/words/language-provider';
import type { Nameable } from './extensions';
import type { NamingSession } from './naming';
import styles from './naming-list.module.css';

/** The people and firms which fit what was typed after "@". The focus stays in the text. */
export function NamingList({ session, editor }: { session: NamingSession; editor: Editor }) {
  const words = useWords().writing.naming;
  const announce = useAnnounce();
  const naming = useSyncExternalStore(session.subscribe, session.current);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const [count, at] = [naming?.fits.length ?? 0, naming?.at ?? 0];
  useEffect(() => {
    if (!naming || count === 0 || editor.isDestroyed) return undefined;
    const text = editor.view.dom;
    text.setAttribute('aria-controls', id);
    text.setAttribute('aria-activedescendant', `${id}-${at}`);
    return () => {
      text.removeAttribute('aria-controls');
      text.removeAttribute('aria-activedescendant');
    };
  }, [editor, naming, count, at, id]);
  const open = naming !== null;
  useEffect(() => {
    if (open) announce(count > 0 ? words.found(count) : words.nobody);
  }, [open, count, announce, words]);
  useLayoutEffect(() => {
    if (list.current && naming?.place) put(list.current, naming.place);
  });
  if (!naming) return null;
  return createPortal(
    <ul ref={list} id={id} className={styles.list} role="listbox" aria-label={words.label}>
      {count === 0 && <li className={styles.nobody}>{words.nobody}</li>}
      {naming.fits.map((each, index) => (
        <li
          key={each.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            naming.take(each);
          }}
        >
          <Mark {...each} />
          <span>
            <b>{each.label}</b>
            <span className={styles.note}>{each.note}</span>
          </span>
        </li>
      ))}
    </ul>,
    document.body,
  );
}

function Mark({ id, label, slot, letters }: Nameable) {
  return letters ? (
    <OrganizationMark name={label} letters={letters} slot={slot} size="small" silent />
  ) : (
    <PersonMark key={id} name={label} slot={slot} size="small" silent />
  );
}

/** Under the caret if there is room, over it otherwise. */
function put(list: HTMLElement, place: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const low = (window.visualViewport?.height ?? innerHeight) - 8;
  const under = place.bottom + 6 + height <= low || place.top < height + 14;
  list.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
  list.style.top = `${under ? place.bottom + 6 : place.top - height - 6}px`;
}
