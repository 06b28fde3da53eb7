import { useEffect, useRef } from 'react';

/** Each step begins at its top: the focus goes there, and with it what is seen and what is read out. */
export function useFocusOnStep<E extends HTMLElement>(at: number) {
  const place = useRef<E>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'center' });
  }, [at]);
  return place;
}
