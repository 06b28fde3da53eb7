import { describe, expect, it } from '@jest/globals';
import type { PartnerId, SeatId } from '../kernel/id.js';
import type { Role, Seat } from '../kernel/seat.js';
import {
  changePartnershipRefusal,
  inviteRefusal,
  lettersFor,
  revokeRefusal,
  seatChangeRefusal,
} from './partnership.rules.js';
import type { Member } from './partnership.schema.js';

const [ours, theirs] = ['ours', 'theirs'] as unknown as [PartnerId, PartnerId];
const roles = ['facilitator', 'partner-admin', 'member', 'observer'] as const;
const seatOf = (role: Role, id = 'me', partnerId = ours) => ({ id, role, partnerId }) as Seat;
const member = (change: Partial<Member> = {}) =>
  ({
    seatId: 'colleague' as SeatId,
    partnerId: ours,
    role: 'member',
    isSignatory: false,
    endedAt: null,
    ...change,
  }) as Member;
const admin = member({ seatId: 'me' as SeatId, role: 'partner-admin', isSignatory: true });

describe('changing the partnership', () => {
  it('is for the facilitator and admins', () => {
    expect(roles.map((role) => changePartnershipRefusal(seatOf(role)))).toEqual([
      null,
      null,
      'seat.role-needed',
      'seat.role-needed',
    ]);
  });
});

describe('an invitation', () => {
  it.each(['organization', 'colleague'] as const)('for an %s is sent by the facilitator and admins', (kind) => {
    const refusals = roles.map((role) => inviteRefusal({ role }, { kind }));
    expect(refusals).toEqual([null, null, 'seat.role-needed', 'seat.role-needed']);
  });

  it('is closed by those who may send one like it, as long as it is open', () => {
    const open = { partnerId: null, state: 'open' } as const;
    expect(roles.map((role) => revokeRefusal(seatOf(role), open))).toEqual([
      null,
      null,
      'seat.role-needed',
      'seat.role-needed',
    ]);
    for (const state of ['used', 'expired', 'revoked', 'void'] as const) {
      expect(revokeRefusal(seatOf('partner-admin'), { partnerId: ours, state })).toBe('invitation.refused');
    }
  });
});

describe('a seat', () => {
  const all = [admin, member()];
  const promote = { role: 'partner-admin' } as const;

  it('is changed by an admin of the same firm only', () => {
    expect(seatChangeRefusal(seatOf('partner-admin'), member(), promote, all)).toBeNull();
    const foreign = member({ partnerId: theirs });
    expect(seatChangeRefusal(seatOf('partner-admin'), foreign, promote, [foreign])).toBe('seat.not-your-firm');
    for (const role of ['facilitator', 'member', 'observer'] as const) {
      expect(seatChangeRefusal(seatOf(role), member(), promote, all)).toBe('seat.role-needed');
    }
  });

  it('ends by an admin of the same firm, by the facilitator, or by whoever holds it', () => {
    const ends = { ends: true };
    expect(seatChangeRefusal(seatOf('partner-admin'), member(), ends, all)).toBeNull();
    expect(seatChangeRefusal(seatOf('facilitator', 'other', theirs), member(), ends, all)).toBeNull();
    expect(seatChangeRefusal(seatOf('member', 'colleague'), member(), ends, all)).toBeNull();
    expect(seatChangeRefusal(seatOf('member', 'other'), member(), ends, all)).toBe('seat.role-needed');
  });

  it('raises nobody who holds it', () => {
    expect(seatChangeRefusal(seatOf('member', 'colleague'), member(), promote, all)).toBe('seat.role-needed');
  });

  it('leaves the firm one admin and one signatory', () => {
    const me = seatOf('partner-admin');
    expect(seatChangeRefusal(me, admin, { role: 'member' }, all)).toBe('seat.last-admin');
    expect(seatChangeRefusal(me, admin, { isSignatory: false }, all)).toBe('seat.last-admin');
    expect(seatChangeRefusal(me, admin, { ends: true }, all)).toBe('seat.last-admin');
    const second = member({ role: 'partner-admin', isSignatory: true });
    expect(seatChangeRefusal(me, admin, { ends: true }, [admin, second])).toBeNull();
    expect(seatChangeRefusal(me, admin, { role: undefined, isSignatory: undefined }, all)).toBeNull();
  });

  it('that ended stays as it is', () => {
    const ended = member({ endedAt: '2026-11-24T02:00:00.000Z' });
    expect(seatChangeRefusal(seatOf('partner-admin'), ended, promote, all)).toBe('seat.ended');
  });
});

describe('the two letters of a firm', () => {
  it.each([
    ['Jati Makmur', 'JM'],
    ['UD Kayu Makmur', 'KM'],
    ['PT Samudra', 'SA'],
    ['CV', 'MI'],
    ['木', 'MI'],
    ['É', 'MI'],
  ])('of %s are %s, without the legal form', (name, letters) => expect(lettersFor(name, [])).toBe(letters));

  it('are never ones that are taken, also when every pair behind the initial is', () => {
    const taken: string[] = [];
    for (let n = 0; n < 60; n += 1) taken.push(lettersFor('Jati Makmur', taken));
    expect(new Set(taken).size).toBe(60);
    expect(taken.every((letters) => /^[A-Z]{2}$/.test(letters))).toBe(true);
    expect(taken.slice(0, 2)).toEqual(['JM', 'JA']);
  });
});
