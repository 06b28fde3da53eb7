import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** One step of the way to this screen; the last one is the screen itself and has no address. */
export type Crumb = { label: string; to?: string };

/** What a screen tells the frame about itself. */
export type ScreenInfo = { title: string; crumbs: readonly Crumb[] };

const nothing: ScreenInfo = { title: '', crumbs: [] };
const ShownContext = createContext<ScreenInfo>(nothing);
const TellContext = createContext<(info: ScreenInfo) => void>(() => undefined);

/** Where the screen below stands: after its name in the title of the window. */
export const TitlePlaceContext = createContext('Mufakat');

export function ScreenProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(nothing);
  return (
    <TellContext value={setShown}>
      <ShownContext value={shown}>{children}</ShownContext>
    </TellContext>
  );
}

/** For the frame: what the screen said. */
export const useShownScreen = () => useContext(ShownContext);

/** Names this screen: the title of the window, "{screen} · {partnership}", and the crumbs above it. `faulty` puts "Kesalahan:" first. */
export function useScreen(title: string, crumbs: readonly Crumb[] = [], faulty = ''): void {
  const tell = useContext(TellContext);
  const place = useContext(TitlePlaceContext);
  const way = JSON.stringify(crumbs);
  const info = useMemo(() => ({ title, crumbs: JSON.parse(way) as Crumb[] }), [title, way]);
  useEffect(() => tell(info), [tell, info]);
  useEffect(() => {
    document.title = `${faulty ? `${faulty} ` : ''}${title} · ${place}`;
  }, [title, place, faulty]);
}
