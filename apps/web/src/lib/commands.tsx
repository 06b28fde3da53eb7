import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

/** Something a person can do from anywhere: in the palette, and by its keys if it has some. */
export type Command = {
  id: string;
  label: string;
  /** The heading it stands under in the palette and in the list of shortcuts. */
  group: string;
  /** "c", "?", or two after each other: "g t". */
  keys?: string;
  icon?: LucideIcon;
  /** Other words which find it. */
  synonyms?: string;
  run: () => void;
};

/** All commands of what is on the screen now. */
export class CommandBook {
  private readonly pages = new Map<object, readonly Command[]>();
  private readonly listeners = new Set<() => void>();
  private flat: readonly Command[] = [];

  put(page: object, commands: readonly Command[]): void {
    this.pages.set(page, commands);
    this.tell();
  }

  remove(page: object): void {
    this.pages.delete(page);
    this.tell();
  }

  readonly all = (): readonly Command[] => this.flat;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    this.flat = [...this.pages.values()].flat();
    for (const listener of this.listeners) listener();
  }
}

const CommandContext = createContext<CommandBook | null>(null);

function useBook(): CommandBook {
  const book = useContext(CommandContext);
  if (!book) throw new Error('Commands need a CommandProvider above them');
  return book;
}

/** Holds the commands and listens to their keys. `enabled` is the person's switch for single letters. */
export function CommandProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const book = useMemo(() => new CommandBook(), []);
  useEffect(() => listen(book, enabled), [book, enabled]);
  return <CommandContext value={book}>{children}</CommandContext>;
}

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, book.all);
}

/** Offers commands as long as this component is shown. The list should be memoized. */
export function useCommands(commands: readonly Command[]): void {
  const book = useBook();
  const page = useRef({});
  useEffect(() => book.put(page.current, commands), [book, commands]);
  useEffect(() => {
    const own = page.current;
    return () => book.remove(own);
  }, [book]);
}

const pause = 1200;

/** Runs the command whose keys were pressed; answers how to stop. Letters rest in fields, in menus and dialogs, and when switched off. */
function listen(book: CommandBook, enabled: boolean): () => void {
  let before = { key: '', at: 0 };
  const press = (event: KeyboardEvent) => {
    if (!enabled || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target))
      return;
    const now = performance.now();
    const pair = now - before.at < pause ? `${before.key} ${event.key}` : '';
    const command = book.all().find(({ keys }) => keys && (keys === pair || keys === event.key));
    before = command ? { key: '', at: 0 } : { key: event.key, at: now };
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
