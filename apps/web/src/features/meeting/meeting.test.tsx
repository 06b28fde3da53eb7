import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, JournalEntry, Meeting, PartnershipId } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer, type Sent, showSeated } from '@/testing/seated';
import { Agenda } from './agenda';
import { AttendancePanel } from './attendance-panel';
import { MeetingDialog } from './meeting-form';
import { MeetingHead } from './meeting-head';
import { meetingLive, meetingsQuery } from './meeting.queries';
import { useMeetingDeeds } from './use-meeting-deeds';

const item = (id: string, rank: string) =>
  ({ id, title: id, kind: 'discussion', minutes: 20, presenterId: null, rank, state: 'open' }) as unknown as AgendaItem;

const sample = (fields: Partial<Meeting> = {}) =>
  ({
    id: 'm1',
    partnershipId: 'p',
    spaceId: 'shared',
    title: 'Rapat mingguan',
    startsAt: '2026-11-24T03:00:00.000Z',
    endsAt: '2026-11-24T03:45:00.000Z',
    place: '',
    url: '',
    chairId: null,
    state: 'scheduled',
    documentId: 'd1',
    agenda: [item('Jadwal', 'a0'), item('Oven', 'a1'), item('Pengirim', 'a2')],
    attendance: [],
    createdBy: 'dedi',
    createdAt: '2026-11-20T00:00:00.000Z',
    version: 1,
    ...fields,
  }) as Meeting;

let held: Meeting;
let refuse: { status: number; body: unknown } | null;
let server: ReturnType<typeof fakeServer>;

/** Does what the real server does with one meeting. */
function answer({ method, address, body }: Sent) {
  if (method === 'GET') return { body: [held] };
  if (refuse) return refuse;
  const [, , , , , , part, partId] = address.split('/');
  const next = { ...held, version: held.version + 1 };
  if (part === 'agenda')
    next.agenda = held.agenda.map((each) =>
      each.id === partId ? { ...each, ...(body as Partial<AgendaItem>) } : each,
    );
  if (part === 'move') next.state = body.state as Meeting['state'];
  if (part === 'attendance') {
    const others = held.attendance.filter(({ seatId }) => seatId !== partId);
    next.attendance = body.status ? [...others, { seatId: partId, status: body.status } as never] : others;
  }
  held = next;
  return { body: held };
}

function Screen() {
  const { data = [] } = useQuery(meetingsQuery('p' as PartnershipId));
  const deeds = useMeetingDeeds();
  return data.map((meeting) => (
    <div key={meeting.id}>
      <MeetingHead meeting={meeting} deeds={deeds} />
      <Agenda meeting={meeting} deeds={deeds} />
      <AttendancePanel meeting={meeting} deeds={deeds} />
    </div>
  ));
}

const order = async () => {
  const agenda = await screen.findByRole('list', { name: 'Acara rapat' });
  return within(agenda)
    .getAllByRole('button', { name: /^\d\. / })
    .map(({ textContent }) => textContent);
};

beforeEach(() => {
  held = sample();
  refuse = null;
  server = fakeServer(answer);
});
afterEach(() => server.close());

describe('the agenda', () => {
  it('moves an item by keys, says where it stands, and keeps the focus on it', async () => {
    showSeated(<Screen />);
    const oven = await screen.findByRole('button', { name: '2. Oven' });
    oven.focus();
    fireEvent.keyDown(oven, { key: 'ArrowUp', altKey: true });
    await waitFor(async () => expect(await order()).toEqual(['1. Oven', '2. Jadwal', '3. Pengirim']));
    expect(screen.getByText('Oven dipindah ke urutan 1 dari 3')).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('1. Oven');
    await waitFor(() => expect(String(server.sent[0]?.body.rank) < 'a0').toBe(true));
  });

  it('goes back to its order, with the reason, when the server refuses', async () => {
    refuse = { status: 422, body: { code: 'meeting.over' } };
    showSeated(<Screen />);
    fireEvent.keyDown(await screen.findByRole('button', { name: '2. Oven' }), { key: 'ArrowUp', altKey: true });
    expect((await screen.findByRole('alert')).textContent).toContain('sudah berakhir');
    expect(await order()).toEqual(['1. Jadwal', '2. Oven', '3. Pengirim']);
  });

  it('sums its minutes and says when they are more than the meeting has', async () => {
    showSeated(<Screen />);
    expect(await screen.findByText(/60 menit · 15 menit lebih panjang/)).toBeTruthy();
  });

  it('asks for what is discussed before it adds an item', async () => {
    showSeated(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Tambah acara' }));
    const form = within(screen.getByRole('form', { name: 'Acara baru' }));
    fireEvent.click(form.getByRole('button', { name: 'Tambah' }));
    expect(form.getByText('Tulis apa yang dibahas.')).toBeTruthy();
    expect(server.sent).toEqual([]);
    fireEvent.change(form.getByLabelText('Apa yang dibahas?'), { target: { value: 'Harga' } });
    fireEvent.click(form.getByRole('button', { name: 'Tambah' }));
    await waitFor(() => expect(server.sent[0]?.body).toMatchObject({ title: 'Harga', minutes: 10, version: 1 }));
  });

  it('never lets a late entry undo a newer one', async () => {
    held = sample({ version: 3 });
    const { cache } = showSeated(<Screen />);
    await order();
    const late = sample({ version: 2, agenda: [] });
    act(() =>
      meetingLive['meeting.agenda-changed']?.(cache, { data: late } as Extract<
        JournalEntry,
        { name: 'meeting.agenda-changed' }
      >),
    );
    expect(await order()).toHaveLength(3);
  });
});

describe('attendance', () => {
  it('counts a firm as soon as one of its people is there, and a second press takes it back', async () => {
    showSeated(<Screen />);
    const sari = within(await screen.findByRole('group', { name: 'Kehadiran Sari Wulandari' }));
    fireEvent.click(sari.getByRole('button', { name: 'Hadir' }));
    expect(await screen.findByText('1 dari 2 perusahaan hadir · 1 orang hadir')).toBeTruthy();
    expect(server.sent[0]).toMatchObject({ method: 'PUT', body: { status: 'present' } });
    fireEvent.click(sari.getByRole('button', { name: 'Hadir' }));
    await waitFor(() => expect(server.sent[1]?.body).toMatchObject({ status: null }));
    expect(await screen.findByText('0 dari 2 perusahaan hadir · 0 orang hadir')).toBeTruthy();
  });
});

describe('a meeting', () => {
  it('starts with one press, and the undo takes it back', async () => {
    showSeated(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Mulai rapat' }));
    expect(await screen.findByRole('button', { name: 'Akhiri rapat' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
    expect(await screen.findByRole('button', { name: 'Mulai rapat' })).toBeTruthy();
    await waitFor(() => expect(server.sent.map(({ body }) => body.state)).toEqual(['running', 'scheduled']));
  });

  it('is told in the time of the partnership', async () => {
    showSeated(<Screen />);
    expect(await screen.findByText(/Selasa, 24 November 2026, 10.00–10.45 WIB/)).toBeTruthy();
  });

  it('cannot be started by an observer, who is told why', async () => {
    showSeated(<Screen />, 'observer');
    fireEvent.click(await screen.findByRole('button', { name: 'Mulai rapat' }));
    expect(screen.getAllByText('Pengamat dapat membaca, tetapi tidak mengubah.').length).toBeGreaterThan(0);
    expect(server.sent).toEqual([]);
  });

  it('is scheduled only with a name and a safe link, in the zone of the partnership', async () => {
    showSeated(<MeetingDialog open onClose={() => undefined} />);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/Tautan panggilan/), { target: { value: 'http://tidak.aman' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Jadwalkan rapat' }));
    const faults = within(dialog.getByRole('alert'));
    expect(faults.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Tulis nama rapatnya.',
      'Tautan harus dimulai dengan https://',
    ]);
    expect(server.sent).toEqual([]);
    fireEvent.change(dialog.getByLabelText('Nama rapat'), { target: { value: 'Rapat' } });
    fireEvent.change(dialog.getByLabelText(/Tautan panggilan/), { target: { value: '' } });
    fireEvent.change(dialog.getByLabelText('Hari'), { target: { value: '2026-12-01' } });
    fireEvent.change(dialog.getByLabelText('Mulai (WIB)'), { target: { value: '17:00' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Jadwalkan rapat' }));
    await waitFor(() =>
      expect(server.sent[0]?.body).toMatchObject({
        startsAt: '2026-12-01T10:00:00.000Z',
        endsAt: '2026-12-01T10:45:00.000Z',
      }),
    );
  });
});
