import { describe, expect, it } from '@jest/globals';
import { differencesBetween, type Comparable } from './difference.rules.js';

const target = { id: 't1', label: 'Kontainer', unit: '', direction: 'up', baseline: '2', target: '6', splits: [] };
const duty = { id: 'o1', partnerId: 'p1', kind: 'duty', text: 'Mengirim', dueOn: null, every: null };
const content = (change: object = {}) =>
  ({
    title: 'Ekspor',
    text: { type: 'doc', content: [{ type: 'paragraph', attrs: { a: 1, b: 2 } }] },
    benefit: 'market',
    championId: 's1',
    reviewerId: 's2',
    startsOn: '2026-06-01',
    endsOn: null,
    targets: [target],
    obligations: [duty],
    ...change,
  }) as unknown as Comparable;
const kinds = (change: object) => differencesBetween(content(), content(change)).map(({ kind }) => kind);

describe('what changed between two versions of a goal', () => {
  it('is nothing when both say the same, in whatever order their keys stand', () => {
    expect(kinds({ text: { content: [{ attrs: { b: 2, a: 1 }, type: 'paragraph' }], type: 'doc' } })).toEqual([]);
  });

  it('names each fact with what it was and what it is', () => {
    expect(differencesBetween(content(), content({ title: 'Lain', endsOn: '2027-05-31' }))).toEqual([
      { kind: 'fact', fact: 'title', before: 'Ekspor', after: 'Lain' },
      { kind: 'fact', fact: 'endsOn', before: null, after: '2027-05-31' },
    ]);
  });

  it('tells targets and obligations that came, went and changed, and that the text did', () => {
    expect(kinds({ targets: [{ ...target, target: '5' }] })).toEqual(['target-changed']);
    expect(kinds({ targets: [{ ...target, id: 't2' }] })).toEqual(['target-removed', 'target-added']);
    expect(
      kinds({
        obligations: [
          { ...duty, text: 'Menganyam' },
          { ...duty, id: 'o2' },
        ],
      }),
    ).toEqual(['obligation-changed', 'obligation-added']);
    expect(kinds({ obligations: [], text: { type: 'doc' } })).toEqual(['obligation-removed', 'text']);
    expect(kinds({ targets: [{ ...target, splits: [{ partnerId: 'p1', share: '2' }] }] })).toEqual(['target-changed']);
  });
});
