import type { Directory, Member, Partner } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PartnershipContext, partnershipView } from '@/lib/partnership';
import { show, testCache } from './browser';
import type { RenderResult } from '@testing-library/react';

const partner = (id: string, slot: number, name: string, letters: string) =>
  ({
    id,
    partnershipId: 'p',
    organization: { id: `o-${id}`, name, letters, kind: 'sme', size: 'small', place: '' },
    standing: 'full',
    slot,
    joinedAt: '2026-05-01T00:00:00.000Z',
    leftAt: null,
    isSuspended: false,
    version: 1,
  }) as unknown as Partner;

const member = (seatId: string, partnerId: string, name: string, role: Member['role']) =>
  ({
    seatId,
    personId: `person-${seatId}`,
    partnerId,
    name,
    honorific: null,
    role,
    isSignatory: false,
    endedAt: null,
    version: 1,
  }) as unknown as Member;

/** Two firms with three people: Dedi of CV Rotan Jaya sits here, Sari and Bagus are of UD Sumber Kayu. */
export function sampleDirectory(role: Member['role'] = 'member'): Directory {
  return {
    partnership: { id: 'p', name: 'Rotan', type: 'horizontal', purpose: '', zone: 'Asia/Jakarta', version: 1 },
    partners: [partner('rotan', 0, 'CV Rotan Jaya', 'RJ'), partner('kayu', 1, 'UD Sumber Kayu', 'SK')],
    members: [
      member('dedi', 'rotan', 'Dedi Kurnia', role),
      member('sari', 'kayu', 'Sari Wulandari', 'member'),
      member('bagus', 'kayu', 'Bagus Prasetyo', 'member'),
    ],
    mySeatId: 'dedi',
    spaces: { shared: 'shared', own: 'own' },
    sequences: { shared: 0, own: 0 },
  } as unknown as Directory;
}

/** Shows a part to Dedi, who sits for CV Rotan Jaya. */
export function showSeated(
  part: ReactNode,
  role: Member['role'] = 'member',
  cache: QueryClient = testCache(),
): RenderResult & { cache: QueryClient } {
  const view = partnershipView(sampleDirectory(role));
  return { cache, ...show(<PartnershipContext value={view}>{part}</PartnershipContext>, cache) };
}

export type Sent = { method: string; address: string; body: Record<string, unknown> };

/** Replaces the server. Each request is kept; `answer` says what comes back: a body, or a refusal with its status. */
export function fakeServer(answer: (sent: Sent) => { status?: number; body: unknown } | Promise<never>) {
  const before = globalThis.fetch;
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: string, init: RequestInit) => {
    const asked = {
      method: init.method ?? 'GET',
      address,
      body: JSON.parse(String(init.body ?? '{}')) as Sent['body'],
    };
    if (asked.method !== 'GET') sent.push(asked);
    const { status = 200, body } = await answer(asked);
    return { ok: status < 400, status, json: async () => JSON.parse(JSON.stringify(body)) as unknown };
  }) as never;
  return { sent, close: () => void (globalThis.fetch = before) };
}
