import type { HoldBack } from '@/ui/back';

/** What stands in an entry of the history: the router's count of its own entries, and how much lies over that screen. */
type Marked = { __TSR_index?: number; over?: number } | null;

// The router watches the methods of the object `history`; those of the prototype tell it nothing.
const { pushState, replaceState } = History.prototype;

/**
 * While something lies over the screen, the first "back" closes it, also on the first page of a visit. Whatever lies over
 * it has an entry of its own in the history, a copy of the screen's which the router never hears of. Has to be made
 * before the router, since browsers tell of a turn in the history in the order in which they were asked to.
 */
// oxlint-disable-next-line eslint/max-lines-per-function -- one count of entries, kept true at every turn
export function makeHoldBack(routerIndex: () => number): HoldBack {
  const open: { close: () => void }[] = [];
  /** How many of our entries stand over the screen's, and where in the router's count that screen is. */
  let depth = 0;
  let index: number | undefined;
  /** What to do when the browser has gone back as we asked it to. */
  let returned: (() => void) | undefined;
  const marked = () => history.state as Marked;

  function settle(): void {
    if (returned) return;
    if (marked()?.__TSR_index !== index) depth = 0;
    if (open.length < depth) return giveBack();
    index = marked()?.__TSR_index;
    for (; depth < open.length; depth += 1) pushState.call(history, { ...marked(), over: depth + 1 }, '');
  }

  /** What was closed by itself takes its entries along; an address changed meanwhile goes to the entry beneath. */
  function giveBack(): void {
    const [now, { href }] = [marked(), location];
    const isChanged = now?.over !== depth;
    const extra = depth - open.length;
    depth = open.length;
    returned = () => isChanged && replaceState.call(history, { ...now, over: depth }, '', href);
    history.go(-extra);
  }

  function turn(event: PopStateEvent): void {
    const { over = 0, __TSR_index: at = 0 } = (event.state as Marked) ?? {};
    const isHere = at === index;
    const finish = returned;
    returned = undefined;
    if (finish && isHere && over === depth) {
      finish();
      settle();
    } else if (isHere && over < depth) {
      depth = over;
      for (const { close } of open.slice(over).toReversed()) close();
      setTimeout(settle);
    } else if (over > 0) history.go(routerIndex() > at ? -over : 1);
    else {
      depth = 0;
      return;
    }
    event.stopImmediatePropagation();
  }

  addEventListener('popstate', turn);
  return (close) => {
    const held = { close };
    open.push(held);
    setTimeout(settle);
    return () => {
      open.splice(open.indexOf(held), 1);
      setTimeout(settle);
    };
  };
}
