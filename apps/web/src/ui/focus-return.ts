import { useRef } from 'react';

/** Remembers what opened an overlay and gives it the focus back: the opener itself, or the button of the menu it was chosen from. */
export function useFocusReturn(first?: React.RefObject<HTMLElement | null>) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      opener.current = openerOf(document.activeElement);
      if (!first?.current) return;
      event.preventDefault();
      first.current.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const back = opener.current;
      if (back?.isConnected) back.focus();
      else document.querySelector<HTMLElement>('main')?.focus();
    },
  };
}

function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  if (menu) return document.getElementById(menu);
  return active instanceof HTMLElement && active !== document.body ? active : null;
}
