import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Nameable } from './extensions';

/** What stands under the caret while somebody types "@": who fits, and which one is meant. */
export type Naming = {
  fits: readonly Nameable[];
  at: number;
  place: DOMRect | null;
  take: (nameable: Nameable) => void;
};

/** The "@" under the caret and what was typed after it. */
type Sought = { from: number; to: number; query: string };
/** `left` is the place of an "@" which the person did not want to become a name. */
type Seeking = { sought: Sought | null; left: number | null };

const key = new PluginKey<Seeking>('naming');

/** Offers names where somebody types "@", and carries them to the list which is drawn by React. */
export class NamingSession {
  private now: Naming | null = null;
  private readonly listeners = new Set<() => void>();

  readonly current = (): Naming | null => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the editor needs; `nameables` is asked anew at each letter. */
  plugin(nameables: () => readonly Nameable[]): Plugin<Seeking> {
    return new Plugin<Seeking>({
      key,
      state: { init: () => ({ sought: null, left: null }), apply: (step, was) => seekingAfter(step, was) },
      props: { handleKeyDown: (view, event) => this.press(view, event) },
      view: () => ({
        update: (view, before) => {
          const sought = soughtIn(view);
          if (sought && !isSame(sought, key.getState(before)?.sought)) this.show(view, sought, nameables());
          else if (!sought && this.now) this.tell(null);
        },
        destroy: () => this.tell(null),
      }),
    });
  }

  private show(view: EditorView, { from, to, query }: Sought, nameables: readonly Nameable[]): void {
    const { left, top, bottom } = view.coordsAtPos(from);
    this.tell({
      fits: fitting(nameables, query),
      at: 0,
      place: new DOMRect(left, top, 0, bottom - top),
      take: ({ id, label }) => {
        const { tr, schema, doc } = view.state;
        const name = schema.node('mention', { id, label });
        const hasSpace = doc.textBetween(to, Math.min(to + 1, doc.content.size)) === ' ';
        view.dispatch(tr.replaceWith(from, hasSpace ? to + 1 : to, [name, schema.text(' ')]).scrollIntoView());
        view.focus();
      },
    });
  }

  private press(view: EditorView, event: KeyboardEvent): boolean {
    const { now } = this;
    if (!now) return false;
    if (event.key === 'Escape') {
      view.dispatch(view.state.tr.setMeta(key, 'leave'));
      return true;
    }
    if (now.fits.length === 0) return false;
    const count = now.fits.length;
    if (event.key === 'ArrowDown') this.tell({ ...now, at: (now.at + 1) % count });
    else if (event.key === 'ArrowUp') this.tell({ ...now, at: (now.at + count - 1) % count });
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const meant = now.fits[now.at];
      if (meant) now.take(meant);
    } else return false;
    return true;
  }

  private tell(now: Naming | null): void {
    this.now = now;
    for (const listener of this.listeners) listener();
  }
}

const soughtIn = (view: EditorView) => (view.editable ? (key.getState(view.state)?.sought ?? null) : null);

const isSame = (one: Sought, other: Sought | null | undefined) =>
  one.from === other?.from && one.to === other.to && one.query === other.query;

function seekingAfter(step: Transaction, was: Seeking): Seeking {
  const left = was.left === null ? null : step.mapping.map(was.left);
  if (step.getMeta(key) === 'leave') return { sought: null, left: was.sought?.from ?? left };
  const sought = soughtBefore(step);
  return sought?.from === left ? { sought: null, left } : { sought, left: null };
}

/** An "@" at the beginning or after a space, and no space since. */
function soughtBefore({ selection: { $head, empty } }: Transaction): Sought | null {
  const text = empty ? ($head.nodeBefore?.text ?? '') : '';
  const [, query] = /(?:^| )@([^\s@]*)$/.exec(text) ?? [];
  return query === undefined ? null : { from: $head.pos - query.length - 1, to: $head.pos, query };
}

/** Who begins with what was typed comes first, then who holds it anywhere. */
export function fitting(all: readonly Nameable[], query: string): Nameable[] {
  const sought = query.trim().toLocaleLowerCase('id');
  const begins = (text: string) => text.toLocaleLowerCase('id').startsWith(sought);
  const found = all.filter(({ label, note }) => `${label} ${note}`.toLocaleLowerCase('id').includes(sought));
  return found.toSorted((a, b) => Number(begins(b.label)) - Number(begins(a.label))).slice(0, 8);
}
