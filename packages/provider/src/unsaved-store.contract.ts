import { describe, expect, it } from '@jest/globals';
import type { UnsavedStore } from './unsaved-store.js';
import type { Unsent } from './unsent.js';

/** How the contract reaches the store under test: each call opens it for the same person and text on the same device. */
export type Device = () => UnsavedStore;

const update = (...bytes: number[]) => new Uint8Array(bytes);
const offered = (id: string, changes: number): Unsent => ({
  id,
  code: 4409,
  changes,
  lines: ['kata'],
  update: update(9),
});

/** What every store of unsaved words keeps. Call it in a test file of the store. */
export function unsavedStoreContract(name: string, newDevice: () => Device): void {
  describe(`${name} keeps the contract of a store of unsaved words`, () => {
    updatesContract(newDevice);
    asideContract(newDevice);
  });
}

function updatesContract(newDevice: () => Device): void {
  it('is empty on a device that kept nothing', async () => {
    expect(await newDevice()().open()).toEqual({ generation: null, updates: [], unsent: [] });
  });

  it('gives back what was added in the order it was written, also after a reload', async () => {
    const tab = newDevice();
    const store = tab();
    const keys = [];
    for (const byte of [3, 1, 2]) keys.push(await store.add(update(byte)));
    const { updates } = await tab().open();

    expect(updates.map((kept) => [kept.key, [...kept.update]])).toEqual(
      keys.map((key, at) => [key, [[3], [1], [2]][at]]),
    );
  });

  it('takes away exactly what it is told to, and gives no number twice', async () => {
    const tab = newDevice();
    const [one, other] = [tab(), tab()];
    const [first, second] = [await one.add(update(1)), await other.add(update(2))];
    await one.remove([first, first]);
    const third = await one.add(update(3));

    expect(new Set([first, second, third]).size).toBe(3);
    expect((await other.open()).updates.map(({ key }) => key)).toEqual([second, third]);
  });

  it('remembers the generation', async () => {
    const tab = newDevice();
    await tab().keepGeneration(3);

    expect((await tab().open()).generation).toBe(3);
  });
}

function asideContract(newDevice: () => Device): void {
  it('sets aside all at once: what is still there is offered and no longer to be sent', async () => {
    const tab = newDevice();
    const store = tab();
    const [gone, here, later] = [await store.add(update(1)), await store.add(update(2)), await store.add(update(3))];
    await tab().remove([gone]);
    const unsent = await store.setAside([gone, here], (there) => offered('a', there.size), 2);
    const kept = await tab().open();

    expect(unsent).toEqual(offered('a', 1));
    expect([kept.generation, kept.updates.map(({ key }) => key)]).toEqual([2, [later]]);
    expect(kept.unsent).toEqual([offered('a', 1)]);
  });

  it('lets one of two tabs offer what both hold', async () => {
    const tab = newDevice();
    const [one, other] = [tab(), tab()];
    const key = await one.add(update(1));
    await other.open();
    const offer = (id: string) => (there: ReadonlySet<number>) => (there.size > 0 ? offered(id, there.size) : null);
    const both = await Promise.all([one.setAside([key], offer('a'), 1), other.setAside([key], offer('b'), 1)]);

    expect(both.filter((unsent) => unsent !== null)).toHaveLength(1);
    expect((await tab().open()).unsent).toHaveLength(1);
  });

  it('forgets the generation of a copy that is not to be opened again', async () => {
    const tab = newDevice();
    await tab().keepGeneration(3);
    await tab().setAside([], () => null, null);

    expect((await tab().open()).generation).toBeNull();
  });

  it('offers until the person has decided, and forgets only that', async () => {
    const tab = newDevice();
    const store = tab();
    for (const id of ['a', 'b']) await store.setAside([await store.add(update(1))], () => offered(id, 1), 1);
    await tab().forget([offered('a', 1)]);

    expect((await tab().open()).unsent).toEqual([offered('b', 1)]);
  });
}
