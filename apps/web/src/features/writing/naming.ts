import type { MentionNodeAttrs } from '@tiptap/extension-mention';
import type { SuggestionOptions } from '@tiptap/suggestion';
import type { Nameable } from './extensions';

/** What stands under the caret while somebody types "@": who fits, and which one is meant. */
export type Naming = {
  fits: readonly Nameable[];
  at: number;
  place: DOMRect | null;
  take: (nameable: Nameable) => void;
};

/** Carries the suggestions from the editor to the list which is drawn by React. */
export class NamingSession {
  private now: Naming | null = null;
  private readonly listeners = new Set<() => void>();

  readonly current = (): Naming | null => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What the editor needs to know; `nameables` is asked anew at each letter. */
  options(nameables: () => readonly Nameable[]): Omit<SuggestionOptions<Nameable, MentionNodeAttrs>, 'editor'> {
    return {
      char: '@',
      items: ({ query }) => fitting(nameables(), query),
      render: () => ({
        onStart: (props) => this.show(props),
        onUpdate: (props) => this.show(props),
        onExit: () => this.tell(null),
        onKeyDown: ({ event }) => this.press(event),
      }),
    };
  }

  private show(props: {
    items: Nameable[];
    command: (meant: MentionNodeAttrs) => void;
    clientRect?: (() => DOMRect | null) | null;
  }): void {
    const { items, command, clientRect } = props;
    this.tell({
      fits: items,
      at: 0,
      place: clientRect?.() ?? null,
      take: ({ id, label }) => command({ id, label }),
    });
  }

  private press(event: KeyboardEvent): boolean {
    const { now } = this;
    if (!now || now.fits.length === 0) return false;
    const count = now.fits.length;
    if (event.key === 'ArrowDown') this.tell({ ...now, at: (now.at + 1) % count });
    else if (event.key === 'ArrowUp') this.tell({ ...now, at: (now.at + count - 1) % count });
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const meant = now.fits[now.at];
      if (meant) now.take(meant);
    } else if (event.key === 'Escape') this.tell(null);
    else return false;
    return true;
  }

  private tell(now: Naming | null): void {
    this.now = now;
    for (const listener of this.listeners) listener();
  }
}

/** Who begins with what was typed comes first, then who holds it anywhere. */
export function fitting(all: readonly Nameable[], query: string): Nameable[] {
  const sought = query.trim().toLocaleLowerCase('id');
  const begins = (text: string) => text.toLocaleLowerCase('id').startsWith(sought);
  const found = all.filter(({ label, note }) => `${label} ${note}`.toLocaleLowerCase('id').includes(sought));
  return found.toSorted((a, b) => Number(begins(b.label)) - Number(begins(a.label))).slice(0, 8);
}
