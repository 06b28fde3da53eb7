import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JournalEntry, PartnershipId, Task } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer, type Sent, showSeated } from '@/testing/seated';
import { taskLive, tasksQuery } from './task.queries';
import { TaskAddBar } from './task-add-bar';
import { TaskList } from './task-list';
import { useTaskDeeds } from './use-task-deeds';
import { useWaiting } from './use-waiting';

const sample = (fields: Partial<Task> = {}) =>
  ({
    id: 't1',
    partnershipId: 'p',
    spaceId: 'shared',
    number: 1,
    title: 'Kirim rangka',
    note: '',
    partnerId: 'rotan',
    assigneeId: 'dedi',
    dueOn: null,
    state: 'open',
    waitingFor: '',
    goalId: null,
    origin: null,
    requestedBy: 'dedi',
    requestedByPartnerId: 'rotan',
    completedAt: null,
    rank: 'a0',
    archivedAt: null,
    createdAt: '2026-11-20T00:00:00.000Z',
    version: 1,
    ...fields,
  }) as Task;

function Screen() {
  const { data = [] } = useQuery(tasksQuery('p' as PartnershipId));
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  return (
    <>
      <TaskAddBar rank={() => 'a5'} />
      <TaskList tasks={data} deeds={deeds} onOpen={() => undefined} onWait={waiting.ask} />
      {waiting.dialog}
    </>
  );
}

let held: Task;
let refuse: { status: number; body: unknown } | null;
let server: ReturnType<typeof fakeServer>;

/** Does what the real server does with one task. */
function answer({ method, address, body }: Sent) {
  if (method === 'GET') return { body: [held] };
  if (refuse) return refuse;
  if (address.endsWith('/tasks')) return { body: sample({ ...(body as Partial<Task>), number: 2 }) };
  const completedAt = body.state === 'done' ? '2026-11-24T03:00:00.000Z' : null;
  const archivedAt = method === 'DELETE' ? '2026-11-24T03:00:00.000Z' : null;
  held = { ...held, ...(body as Partial<Task>), completedAt, archivedAt, version: held.version + 1 };
  return { body: held };
}

const tick = (name: string) => screen.findByRole('button', { name });

describe('a task in the list', () => {
  beforeEach(() => {
    held = sample();
    refuse = null;
    server = fakeServer(answer);
  });
  afterEach(() => server.close());

  it('is done with one tap, and the undo opens it again', async () => {
    showSeated(<Screen />);
    fireEvent.click(await tick('Selesaikan “Kirim rangka”'));
    expect((await screen.findByRole('list', { name: 'Selesai' })).textContent).toContain('Kirim rangka');
    await waitFor(() => expect(server.sent).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
    await waitFor(() => expect(server.sent.map(({ body }) => body.state)).toEqual(['done', 'open']));
    expect(server.sent.map(({ body }) => body.version)).toEqual([1, 2]);
    expect(await tick('Selesaikan “Kirim rangka”')).toBeTruthy();
  });

  it('keeps the focus when it changes its group, unless the person has gone on', async () => {
    showSeated(<Screen />);
    const open = await tick('Selesaikan “Kirim rangka”');
    open.focus();
    fireEvent.click(open);
    const done = await tick('Buka lagi “Kirim rangka”');
    expect(document.activeElement).toBe(done);

    fireEvent.pointerDown(document.body);
    done.blur();
    fireEvent.click(done);
    await tick('Selesaikan “Kirim rangka”');
    expect(document.activeElement).toBe(document.body);
  });

  it('goes back to where it was, with the reason, when the server refuses', async () => {
    refuse = { status: 403, body: { code: 'task.not-your-firm' } };
    showSeated(<Screen />);
    fireEvent.click(await tick('Selesaikan “Kirim rangka”'));
    expect((await screen.findByRole('alert')).textContent).toContain('Hanya perusahaan yang mengerjakan');
    expect(await tick('Selesaikan “Kirim rangka”')).toBeTruthy();
  });

  it('takes the current task from a refusal of a stale one', async () => {
    refuse = {
      status: 409,
      body: { code: 'version.stale', data: { current: sample({ title: 'Kirim 12', version: 4 }) } },
    };
    showSeated(<Screen />);
    fireEvent.click(await tick('Selesaikan “Kirim rangka”'));
    expect(await tick('Selesaikan “Kirim 12”')).toBeTruthy();
  });

  it('says why another firm’s task cannot be finished, and does not ask the server', async () => {
    held = sample({ partnerId: 'kayu', assigneeId: null, requestedByPartnerId: 'kayu' } as never);
    showSeated(<Screen />);
    const button = await tick('Selesaikan “Kirim rangka”');
    fireEvent.click(button);
    const reason = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toContain('Hanya perusahaan yang mengerjakan');
    expect(server.sent).toEqual([]);
    expect(screen.getByText('Belum ada orang')).toBeTruthy();
  });

  it('tells lateness by word, and a private task by its lock', async () => {
    held = sample({ dueOn: '2020-01-01', spaceId: 'own' } as never);
    showSeated(<Screen />);
    const late = within(await screen.findByRole('list', { name: 'Terlambat' }));
    expect(late.getByText(/Terlambat \d+ hari/)).toBeTruthy();
    expect(late.getByText('Hanya perusahaan kami')).toBeTruthy();
  });

  it('waits only when it is said for what', async () => {
    showSeated(<Screen />);
    fireEvent.click(await screen.findByRole('button', { name: 'Tindakan untuk “Kirim rangka”' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Menunggu/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Tunggu' }));
    expect(dialog.getByText('Tulis apa atau siapa yang ditunggu.')).toBeTruthy();
    expect(server.sent).toEqual([]);
    fireEvent.change(dialog.getByLabelText('Yang ditunggu'), { target: { value: 'kabar Warna Alam' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Tunggu' }));
    await waitFor(() =>
      expect(server.sent[0]?.body).toMatchObject({ state: 'waiting', waitingFor: 'kabar Warna Alam' }),
    );
    expect(await screen.findByText('Menunggu kabar Warna Alam')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
    await waitFor(() => expect(server.sent.at(-1)?.body).toMatchObject({ state: 'open', rank: 'a0' }));
  });

  it('stays quick among thousands: fifty of a group are shown, and fifty more when asked for', async () => {
    const { cache } = showSeated(<Screen />);
    await tick('Selesaikan “Kirim rangka”');
    const many = Array.from({ length: 60 }, (_, n) => sample({ id: `t${n}` as Task['id'], title: `Tugas ${n}` }));
    act(() => void cache.setQueryData(tasksQuery('p' as PartnershipId).queryKey, many));
    const list = within(await screen.findByRole('list', { name: 'Tanpa tenggat' }));
    expect(list.getAllByRole('listitem')).toHaveLength(50);
    fireEvent.click(screen.getByRole('button', { name: 'Tampilkan lagi (10 belum tampil)' }));
    expect(list.getAllByRole('listitem')).toHaveLength(60);
    expect(screen.queryByRole('button', { name: /Tampilkan lagi/ })).toBeNull();
  });

  it('never lets a late entry undo a newer one', async () => {
    held = sample({ version: 3, title: 'Baru' });
    const { cache } = showSeated(<Screen />);
    await tick('Selesaikan “Baru”');
    const hear = (task: Task) =>
      act(() => taskLive['task.changed']?.(cache, { data: task } as Extract<JournalEntry, { name: 'task.changed' }>));
    hear(sample({ version: 2, title: 'Lama' }));
    expect(await tick('Selesaikan “Baru”')).toBeTruthy();
    hear(sample({ version: 4, title: 'Terbaru' }));
    expect(await tick('Selesaikan “Terbaru”')).toBeTruthy();
    hear(sample({ version: 5, archivedAt: '2026-11-24T00:00:00.000Z' }));
    await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
  });

  it('is written in one line, and a refused line comes back with its words', async () => {
    showSeated(<Screen />);
    const line = await screen.findByLabelText<HTMLInputElement>('Apa yang perlu dikerjakan?');
    fireEvent.change(line, { target: { value: 'Cek oven @Sari' } });
    expect(screen.getByLabelText<HTMLSelectElement>('Orang').value).toBe('sari');
    fireEvent.click(screen.getByRole('button', { name: 'Tambah' }));
    await waitFor(() =>
      expect(server.sent[0]?.body).toMatchObject({ title: 'Cek oven', partnerId: 'kayu', assigneeId: 'sari' }),
    );
    expect(line.value).toBe('');
    refuse = { status: 422, body: { code: 'task.wrong-person' } };
    fireEvent.change(line, { target: { value: 'Tulis laporan' } });
    fireEvent.click(screen.getByRole('button', { name: 'Tambah' }));
    await screen.findByRole('alert');
    expect(line.value).toBe('Tulis laporan');
  });

  it('cannot be written by an observer, who is told why', async () => {
    showSeated(<Screen />, 'observer');
    await tick('Selesaikan “Kirim rangka”');
    expect(screen.getByLabelText<HTMLInputElement>('Apa yang perlu dikerjakan?').readOnly).toBe(true);
    expect(screen.getAllByText('Pengamat dapat membaca, tetapi tidak mengubah.').length).toBeGreaterThan(0);
  });
});
