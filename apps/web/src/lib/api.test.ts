import { afterEach, describe, expect, it } from '@jest/globals';
import type { PartnershipId, SeatId } from '@mufakat/domain';
import { addressOf, call, isRefused, Unreachable } from './api';

const [partnershipId, seatId] = ['p 1' as PartnershipId, 's1' as SeatId];
const sent: { address: string; init: RequestInit }[] = [];

function answer(status: number, body: unknown): void {
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    sent.push({ address, init });
    return { ok: status < 400, status, json: async () => body };
  }) as never;
}

describe('calling the server', () => {
  const before = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = before;
    sent.length = 0;
  });

  it('puts path fields in the address and the rest in the body', async () => {
    answer(200, {});
    await call('changeSeat', { partnershipId, seatId, isSignatory: true, version: 2 });
    expect(sent[0]?.address).toBe('/api/partnerships/p%201/seats/s1');
    expect(sent[0]?.init.method).toBe('PATCH');
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ isSignatory: true, version: 2 });
  });

  it('puts the rest in the query when it only reads', () => {
    expect(addressOf('readDirectory', { partnershipId })).toBe('/api/partnerships/p%201');
  });

  it('turns a problem into a refusal with what mends it', async () => {
    answer(409, { code: 'version.stale', data: { current: { version: 3 } } });
    const error = await call('readMe', {}).catch((caught: unknown) => caught);
    if (!isRefused(error, 'version.stale')) throw new Error('not refused');
    expect(error.data).toEqual({ current: { version: 3 } });
  });

  it('tells a server that does not answer from one that refuses', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(call('readMe', {})).rejects.toBeInstanceOf(Unreachable);
  });
});
