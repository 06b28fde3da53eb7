import { createContext, useContext, useEffect, useRef } from 'react';

/** Holds the "back" of the device while something lies over the screen; answers how to let go. The app provides it. */
export type HoldBack = (close: () => void) => () => void;

export const BackContext = createContext<HoldBack>(() => () => undefined);

/** While open, "back" closes what lies over the screen instead of leaving the screen. */
export function useBackCloses(open: boolean, close: () => void): void {
  const hold = useContext(BackContext);
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => (open ? hold(() => latest.current()) : undefined), [open, hold]);
}
