import { Editor, type EditorOptions } from '@tiptap/core';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

/** An editor at its place on the screen, for as long as both are the same. Made before the screen is painted. */
export function useEditor(of: unknown, options: () => Partial<EditorOptions>) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(options);
  latest.current = options;
  const [editor, setEditor] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    const made = new Editor({ ...latest.current(), element: place.current });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [of]);
  return { editor, place };
}

type Plain = string | number | boolean | null | { [key: string]: Plain };

/** What a part of the screen needs to know of an editor; it is drawn again only when that changes. */
export function useEditorState<T extends Plain>(editor: Editor, read: (editor: Editor) => T): T {
  const subscribe = useCallback(
    (tell: () => void) => {
      editor.on('transaction', tell);
      return () => void editor.off('transaction', tell);
    },
    [editor],
  );
  const now = useSyncExternalStore(subscribe, () => JSON.stringify(read(editor)));
  return useMemo(() => JSON.parse(now) as T, [now]);
}
