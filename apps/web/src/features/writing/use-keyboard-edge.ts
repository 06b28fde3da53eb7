import { useEffect, useState } from 'react';

/** How far the on-screen keyboard reaches up, in pixels, while somebody writes. */
export function useKeyboardEdge(writes: boolean): number {
  const [edge, setEdge] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || !writes) return undefined;
    const settle = () => setEdge(Math.max(0, innerHeight - view.height - view.offsetTop));
    settle();
    view.addEventListener('resize', settle);
    view.addEventListener('scroll', settle);
    return () => {
      view.removeEventListener('resize', settle);
      view.removeEventListener('scroll', settle);
    };
  }, [writes]);
  return edge;
}
