import { describe, expect, it } from '@jest/globals';
import type { Goal, SeatId } from '../index.js';
import { isSigning, signedContent } from './proof.rules.js';

const word = (signedBy: string, hash: string, signedAt: string, confirmedBy: string | null = null) => ({
  ...{ signedBy, hash, signedAt, confirmedBy },
});
const goal = (proposed: object[], inForce: object[] = []) =>
  ({ agreement: { proposed: { signOffs: proposed }, inForce: { signOffs: inForce } } }) as unknown as Goal;

describe('a receipt', () => {
  it('is given for the word of a firm, not for one written down for it or taken back', () => {
    const names = ['goal.signed', 'goal.objected', 'goal.sign-off-confirmed'];
    expect(names.every(isSigning)).toBe(true);
    expect(['goal.agreed', 'goal.sign-off-recorded', 'goal.sign-off-withdrawn', 'goal.changed'].some(isSigning)).toBe(
      false,
    );
  });

  it('is about the content on which the person spoke last', () => {
    const spoken = goal(
      [word('ana', 'new', '2026-11-24'), word('budi', 'x', '2026-11-25')],
      [word('ana', 'old', '2026-11-01')],
    );
    expect(signedContent(spoken, 'ana' as SeatId)).toBe('new');
    expect(signedContent(goal([], [word('ana', 'old', '2026-11-01')]), 'ana' as SeatId)).toBe('old');
    expect(signedContent(goal([word('ratna', 'new', '2026-11-24', 'budi')]), 'budi' as SeatId)).toBe('new');
    expect(signedContent(spoken, 'cici' as SeatId)).toBeNull();
  });
});
