import { describe, expect, it } from '@jest/globals';
import type { EntryName, HistoryItem } from '@mufakat/domain';
import { words as en } from '@/words/en';
import { words as id } from '@/words/id';
import { type Names, tellChange } from './tell-change';

const names: Names = {
  seat: (seatId) => ({ s1: 'Bu Sari', s2: 'Pak Dedi' })[seatId ?? ''] ?? null,
  partner: (partnerId) => ({ p1: 'UD Sumber Kayu' })[partnerId ?? ''] ?? null,
  day: (date) => date,
  moment: (at) => at,
  language: 'id',
};
const target = { id: 't1', label: 'Ekspor', unit: 'kontainer', direction: 'up', baseline: '0', target: '5' };
const reported = { ...target, lowerBound: null, current: '1', weight: 1, dueOn: null };
const dates = { startsOn: null, endsOn: null };
const goal = {
  ...dates,
  id: 'g1',
  title: 'Rotterdam',
  state: 'draft',
  benefit: null,
  championId: null,
  targets: [reported],
  obligations: [],
  lastCheckIn: { note: 'Berangkat', blockers: '' },
  agreement: { proposed: null, inForce: null, measured: null, isChanged: false, isAhead: false, signedBefore: [] },
};
const task = { id: 'k1', title: 'Rangka', state: 'open', waitingFor: '', note: '', assigneeId: null, dueOn: null };
const meeting = { id: 'm1', title: 'Mingguan', state: 'running', startsAt: 'x', agenda: [], attendance: [] };
const firm = { id: 'p1', organization: { name: 'UD Sumber Kayu', place: '' }, standing: 'full', leftAt: null };
const member = { seatId: 's2', name: 'Dedi', role: 'member', isSignatory: false };
const invitation = { id: 'i1', organizationName: 'Warna Alam', partnerId: null };
const partnership = { id: 'x', name: 'Rotan Cirebon', purpose: '' };

const noLists = {
  exceptions: [],
  agendas: [],
  indicators: [],
  cautions: [],
  biggerDuties: [],
  stages: [],
  facilities: [],
};
const charter = {
  ...{ id: 'x', decisionRule: 'consent', quorumPercent: 60, place: '', ...noLists },
  roles: [{ name: 'Notulis', duty: 'Mencatat rapat' }],
};

const item = (name: string, data: object, previous: object | null = null, by: string | null = 's1') =>
  ({ entry: { name, data, by, spaceId: 'x', sequence: 7, at: '2026-11-24T01:00:00Z' }, previous }) as HistoryItem;
const tell = (each: HistoryItem) => tellChange(each, id.change, names);

const round = { id: 'r1', number: 2, goals: [goal], asked: ['p1'], sealed: [], answers: [], reason: 'Rapat' };

const samples: Record<EntryName, object> = {
  'partnership.created': partnership,
  'partnership.changed': partnership,
  'charter.written': charter,
  'charter.changed': charter,
  'partner.joined': firm,
  'partner.changed': firm,
  'seat.taken': member,
  'seat.changed': member,
  'seat.removed': member,
  'invitation.created': invitation,
  'invitation.used': invitation,
  'invitation.closed': invitation,
  'goal.created': goal,
  'goal.changed': goal,
  'goal.moved': goal,
  'goal.archived': goal,
  'goal.restored': goal,
  'goal.target-added': goal,
  'goal.target-changed': goal,
  'goal.target-removed': goal,
  'goal.target-reported': goal,
  'goal.obligation-added': goal,
  'goal.obligation-changed': goal,
  'goal.obligation-removed': goal,
  'goal.draft-differs': goal,
  'goal.proposed': goal,
  'goal.proposal-withdrawn': goal,
  'goal.proposal-void': goal,
  'goal.signed': goal,
  'goal.objected': goal,
  'goal.sign-off-withdrawn': goal,
  'goal.sign-off-recorded': goal,
  'goal.sign-off-confirmed': goal,
  'goal.sign-off-denied': goal,
  'goal.sign-off-lapsed': goal,
  'goal.ending-proposed': goal,
  'goal.ended': goal,
  'goal.agreed': goal,
  'goal.checked-in': goal,
  'goal.check-in-acknowledged': goal,
  'interest.asked': round,
  'interest.answered': round,
  'interest.closed': round,
  'interest.opened': round,
  'interest.rated': { id: 'r1', ratings: [], note: '' },
  'sign-off.refused': { id: 'w1', goalTitle: 'Rotterdam' },
  'proof.key-used': { keyId: '00112233aabbccdd', publicKey: '00' },
  'proof.mismatch-found': { id: 'm', sequence: 12, fault: 'seen', seen: null, isConfirmed: false },
  'task.created': task,
  'task.changed': task,
  'task.moved': task,
  'task.completed': task,
  'task.removed': task,
  'task.restored': task,
  'meeting.scheduled': meeting,
  'meeting.changed': meeting,
  'meeting.moved': meeting,
  'meeting.agenda-changed': meeting,
  'meeting.attendance-changed': meeting,
  'text.version-named': { ...goal, kind: 'goal', version: { name: 'Sebelum rapat', at: 'x' } },
  'text.restored': { ...goal, kind: 'goal', version: { name: null, at: 'x' } },
};

describe('telling a change', () => {
  it.each(Object.entries(samples))('has a sentence for %s in both languages', (name, data) => {
    for (const words of [id.change, en.change]) {
      const { who, did, details } = tellChange(item(name, data), words, names);
      expect(`${who} ${did} ${details.join()}`).toMatch(/^Bu Sari \S+/);
      expect(`${did} ${details.join()}`).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('tells each field which differs, with names instead of ids', () => {
    const now = { ...goal, championId: 's2', benefit: 'market' };
    expect(tell(item('goal.changed', now, goal)).details).toEqual(['Manfaat: Pasar', 'Penanggung jawab: Pak Dedi']);
    expect(tell(item('goal.changed', goal, now)).details).toContain('Penanggung jawab dikosongkan, tadinya Pak Dedi');
  });

  it('tells a reported value and a changed target with numbers as people write them', () => {
    const came = { ...goal, targets: [{ ...reported, current: '2.5' }] };
    expect(tell(item('goal.target-reported', came, goal))).toEqual({
      who: 'Bu Sari',
      did: 'melaporkan angka “Ekspor” untuk tujuan “Rotterdam”',
      details: ['Sekarang: 1 kontainer → 2,5 kontainer'],
    });
    const changed = { ...goal, targets: [{ ...reported, target: '1250', weight: 3 }] };
    expect(tell(item('goal.target-changed', changed, goal)).details).toEqual([
      'Nilai sasaran: 5 kontainer → 1.250 kontainer',
      'Bobot: 1 → 3',
    ]);
  });

  it('names the target which was added or removed', () => {
    const none = { ...goal, targets: [] };
    expect(tell(item('goal.target-added', goal, none)).did).toContain('“Ekspor”');
    expect(tell(item('goal.target-removed', none, goal)).did).toContain('“Ekspor”');
  });

  it('tells a move by its state, and a mere change of place as such', () => {
    expect(tell(item('task.moved', { ...task, state: 'doing' }, task)).did).toContain('ke Dikerjakan');
    expect(tell(item('task.moved', task, task)).did).toContain('mengubah urutan');
  });

  it('tells what changed in how the partners work', () => {
    const now = { ...charter, quorumPercent: 75, place: 'Jepara' };
    expect(tell(item('charter.changed', now, charter)).details).toEqual(['Kuorum: 60% → 75%', 'Tempat: Jepara']);
  });

  it('names the product where nobody did it, and somebody who is not known any more as such', () => {
    expect(tell(item('goal.created', goal, null, null)).who).toBe('Mufakat');
    expect(tell(item('goal.created', goal, null, 'gone')).who).toBe('Anggota lama');
  });
});
