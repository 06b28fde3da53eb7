import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const patience = 5000;

/** After each change of place the heading of the new screen takes the focus, so that it is read out and Tab goes on from there. */
export function useFocusOnArrival(contentId: string): void {
  const router = useRouter();
  useEffect(() => {
    let stop = () => {};
    const forget = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      stop();
      if (pathChanged && fromLocation) stop = focusHeading(contentId);
    });
    return () => {
      stop();
      forget();
    };
  }, [router, contentId]);
}

/** Waits for the heading, since a screen may still be on its way; gives up when the person goes on. */
function focusHeading(contentId: string): () => void {
  const found = () => {
    const heading = document.querySelector<HTMLElement>(`#${contentId} h1`);
    if (!heading) return false;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return true;
  };
  if (found()) return () => {};
  const watcher = new MutationObserver(() => found() && stop());
  const timer = setTimeout(() => stop(), patience);
  const stop = () => {
    clearTimeout(timer);
    watcher.disconnect();
    removeEventListener('keydown', stop);
    removeEventListener('pointerdown', stop);
  };
  watcher.observe(document.body, { childList: true, subtree: true });
  addEventListener('keydown', stop);
  addEventListener('pointerdown', stop);
  return stop;
}
