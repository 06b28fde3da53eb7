import type { DecorationAttrs } from '@tiptap/pm/view';
import styles from './text.module.css';

/** Somebody in the text, as the server stamped it: nobody can write under another's name. */
export type Writer = { id: string; name: string; organization: string; colour: number | null };

/** Reads who it is out of a presence state; null when the server has not stamped it. */
export function writerOf(user: unknown): Writer | null {
  if (typeof user !== 'object' || user === null) return null;
  const { id, name, organization, colour } = user as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return {
    id,
    name,
    organization: typeof organization === 'string' ? organization : '',
    colour: typeof colour === 'number' ? colour : null,
  };
}

const slotOf = (user: unknown) => String(writerOf(user)?.colour ?? 'none');

/** The caret of another person: a line in the firm's colour and the name. Ornament for the eye; the line above the text says who writes. */
export function caretOf(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  caret.dataset.slot = slotOf(user);
  caret.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.textContent = writerOf(user)?.name.split(' ')[0] ?? '';
  caret.append(label);
  return caret;
}

/** What another person has selected. */
export function selectionOf(user: Record<string, unknown>): DecorationAttrs {
  return { nodeName: 'span', class: styles.selected ?? '', 'data-slot': slotOf(user) };
}
