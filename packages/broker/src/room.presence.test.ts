import { describe, expect, it } from '@jest/globals';
import { settle } from './manual-clock.js';
import { openBroker, Screen } from './test-screen.js';
import { frames } from './wire.js';

async function twoScreens(changes = {}) {
  const opened = openBroker(changes);
  const ana = new Screen('ana', opened.broker).join();
  const budi = new Screen('budi', opened.broker).join();
  await settle();
  return { ...opened, ana, budi };
}

const last = (screen: Screen) =>
  screen.awareness.at(-1)?.map(({ clientId, clock, json }) => [clientId, clock, JSON.parse(json) as unknown]);
const anaIs = { id: 'ana', name: 'ana', organization: 'UD Kayu', colour: 3 };

describe('awareness', () => {
  it('[R29] shows who somebody is as the server knows it, with the fields a client may set', async () => {
    const { ana, budi } = await twoScreens();
    ana.show(11, 1, { user: { id: 'budi', name: 'Direktur' }, cursor: { anchor: 1 }, place: 'goal', mood: 'x' });

    expect(last(budi)).toEqual([[11, 1, { cursor: { anchor: 1 }, place: 'goal', user: anaIs }]]);
    expect(last(ana)).toEqual(last(budi));
  });

  it('[R29] refuses forbidden keys in a state', async () => {
    const { ana } = await twoScreens();
    ana.say(frames.awareness([{ clientId: 11, clock: 1, json: '{"cursor":{"__proto__":1}}' }]));

    expect(ana.closed).toBe(4400);
  });

  it('[R30] refuses a newer state under an id that another person holds, with 4409', async () => {
    const { ana, budi, clock } = await twoScreens();
    ana.show(11, 1, { place: 'goal' });
    budi.show(11, 2, { place: 'tasks' });
    await clock.pass(1000);

    expect([budi.closed, ana.closed, last(ana)]).toEqual([4409, null, [[11, 1, { place: 'goal', user: anaIs }]]]);
  });

  it('[R30] ignores what a peer repeats about others, and every id but its first', async () => {
    const { ana, budi, clock } = await twoScreens();
    ana.show(11, 5, {});
    budi.show(22, 1, {});
    await clock.pass(1000);
    const heard = ana.awareness.length;
    budi.show(11, 5, { place: 'echo' });
    budi.show(11, 5, null);
    budi.show(33, 1, {});
    await clock.pass(1000);

    expect([budi.closed, ana.awareness.length]).toEqual([null, heard]);
  });

  it('[R30] lets a person’s newer screen take its id over before the old socket is known to be dead', async () => {
    const { broker, ana, budi, clock } = await twoScreens();
    ana.show(11, 3, { place: 'old' });
    const again = new Screen('ana', broker).join();
    again.show(11, 3, { place: 'new' });
    await clock.pass(1000);
    ana.leave();
    await clock.pass(1000);

    expect([again.closed, last(budi)]).toEqual([null, [[11, 3, { place: 'new', user: anaIs }]]]);
  });

  it('[R31] refuses a state over 4 KiB with 4413 and shows at most ten changes a second', async () => {
    const { ana, budi, clock } = await twoScreens();
    for (let turn = 1; turn <= 50; turn += 1) ana.show(11, turn, { place: `${turn}` });
    await clock.pass(100);
    expect([budi.awareness.length, last(budi)?.[0]?.[1]]).toEqual([2, 50]);
    ana.show(11, 51, { place: 'x'.repeat(4096) });

    expect(ana.closed).toBe(4413);
  });

  it('[R32] removes who goes, and tells who asks about everybody', async () => {
    const { ana, budi, clock } = await twoScreens();
    ana.show(11, 1, {});
    budi.show(22, 1, {});
    await clock.pass(1000);
    budi.say(new Uint8Array([3]));
    expect(budi.awareness.at(-1)?.map(({ clientId }) => clientId)).toEqual([11, 22]);
    ana.leave();
    await clock.pass(100);

    expect(last(budi)).toEqual([[11, 1, null]]);
  });

  it('[R32] tells a client that comes back with a clock already used, so that it moves on', async () => {
    const { broker, ana, budi, clock } = await twoScreens();
    ana.show(11, 4, {});
    ana.leave();
    await clock.pass(1000);
    const again = new Screen('ana', broker).join();
    again.show(11, 4, {});
    expect(last(again)).toEqual([[11, 4, null]]);
    again.show(11, 5, {});

    expect(last(budi)).toEqual([[11, 5, { user: anaIs }]]);
  });

  it('[R1] shows those present to one who joins', async () => {
    const { broker, ana } = await twoScreens();
    ana.show(11, 1, {});
    const late = new Screen('citra', broker).join();

    expect(last(late)).toEqual([[11, 1, { user: anaIs }]]);
  });
});
