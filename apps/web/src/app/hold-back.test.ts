import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { createBrowserHistory, type RouterHistory } from '@tanstack/react-router';
import type { HoldBack } from '@/ui/back';
import { makeHoldBack } from './hold-back';

let router: RouterHistory;
let hold: HoldBack;
let closed: string[];
/** What the router was told of, in its order. */
let told: string[];

/** Something of this name lies over the screen; closed, it lets go as a dialog does. */
function put(name: string): () => void {
  const release = hold(() => {
    closed.push(name);
    release();
  });
  return release;
}

/** The same, once the history knows of it. */
async function lay(name: string): Promise<() => void> {
  const before = over();
  const release = put(name);
  await waitFor(() => expect(over()).toBe(before + 1));
  return release;
}

const over = () => (history.state as { over?: number }).over ?? 0;
const here = () => [location.pathname + location.search, over()];
const comesTo = (address: string, held = 0) => waitFor(() => expect(here()).toEqual([address, held]));

describe('"back" while something lies over the screen', () => {
  beforeAll(() => {
    hold = makeHoldBack(() => router.location.state.__TSR_index);
    router = createBrowserHistory();
    router.subscribe(({ location }) => told.push(location.href));
  });
  afterAll(() => router.destroy());
  beforeEach(async () => {
    [closed, told] = [[], []];
    router.push('/tujuan', undefined);
    router.flush();
    router.push('/tugas', undefined);
    await comesTo('/tugas');
    told.splice(0);
  });

  it('closes it, the topmost first; the address stays and the router hears nothing', async () => {
    await lay('sheet');
    await lay('menu');
    history.back();
    await comesTo('/tugas', 1);
    expect(closed).toEqual(['menu']);
    history.back();
    await comesTo('/tugas');
    expect([closed, told]).toEqual([['menu', 'sheet'], []]);
    history.back();
    await comesTo('/tujuan');
    expect(told).toEqual(['/tujuan']);
  });

  it('leaves the screen in one step once it was closed by itself', async () => {
    const release = await lay('sheet');
    release();
    await comesTo('/tugas');
    history.back();
    await comesTo('/tujuan');
    expect([closed, told]).toEqual([[], ['/tujuan']]);
  });

  it('leaves the screen in one step also when closing changed the address', async () => {
    const release = await lay('filter');
    router.replace('/tugas?cari=oven', undefined);
    release();
    await comesTo('/tugas?cari=oven');
    history.back();
    await comesTo('/tujuan');
    expect(told).toEqual(['/tugas?cari=oven', '/tujuan']);
  });

  it('comes back to the screen from a page that was opened out of it', async () => {
    const release = await lay('sheet');
    router.push('/rapat', undefined);
    release();
    await comesTo('/rapat');
    history.back();
    await comesTo('/tugas');
    expect(told).toEqual(['/rapat', '/tugas']);
    history.forward();
    await comesTo('/rapat');
  });

  it('closes what took the place of something else', async () => {
    const release = await lay('form');
    put('answer');
    release();
    history.back();
    await comesTo('/tugas');
    expect(closed).toEqual(['answer']);
  });
});
