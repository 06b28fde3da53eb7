import { describe, expect, it } from '@jest/globals';
import { Batches } from './batches.js';

/** Batches that wait until the test lets them through. */
function held(isOfOneItem = false) {
  const batches: (readonly string[])[] = [];
  const gates: { pass: (results?: (string | Error)[]) => void; fail: () => void }[] = [];
  const commits = new Batches<string, string>({
    do: (items) => {
      batches.push(items);
      return new Promise((resolve, reject) =>
        gates.push({
          pass: (results = items.map((item) => `${item}!`)) => resolve(results),
          fail: () => reject(new Error('away')),
        }),
      );
    },
    isOfOneItem: () => isOfOneItem,
  });
  const next = async () => {
    for (;;) {
      const gate = gates.shift();
      if (gate) return gate;
      await new Promise((done) => setImmediate(done));
    }
  };
  return { commits, batches, next };
}

describe('work that is cheaper together', () => {
  it('takes what comes in one turn in one batch, and what comes meanwhile in the next', async () => {
    const { commits, batches, next } = held();
    const early = ['a', 'b'].map((item) => commits.add(item));
    const first = await next();
    const late = ['c', 'd', 'e'].map((item) => commits.add(item));
    first.pass();
    (await next()).pass();

    expect(await Promise.all([...early, ...late])).toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
  });

  it('refuses one item alone when it alone cannot be done', async () => {
    const { commits, next } = held();
    const [good, bad] = ['good', 'bad'].map((item) => commits.add(item));
    (await next()).pass(['good!', new Error('no such document')]);

    await expect(bad).rejects.toThrow('no such document');
    expect(await good).toBe('good!');
  });

  it('tries one by one when a batch failed by the fault of one', async () => {
    const { commits, batches, next } = held(true);
    const results = ['a', 'b'].map((item) => commits.add(item));
    (await next()).fail();
    (await next()).pass();
    (await next()).fail();

    expect(await Promise.allSettled(results)).toMatchObject([{ value: 'a!' }, { reason: new Error('away') }]);
    expect(batches).toEqual([['a', 'b'], ['a'], ['b']]);
  });

  it('fails all at once when the database is away, and goes on with the next', async () => {
    const { commits, batches, next } = held();
    const failed = ['a', 'b'].map((item) => commits.add(item));
    (await next()).fail();
    expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = commits.add('a');
    (await next()).pass();

    expect(await again).toBe('a!');
    expect(batches).toHaveLength(2);
  });
});
