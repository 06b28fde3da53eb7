import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartnershipId, Task } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer, type Sent, showSeated } from '@/testing/seated';
import { TaskAddBar } from './task-add-bar';
import { TaskDetails } from './task-details';
import { TaskDialog } from './task-dialog';
import { tasksQuery } from './task.queries';
import { useTaskDeeds } from './use-task-deeds';

let held: Task;
let isDown = false;
let server: ReturnType<typeof fakeServer>;

function answer({ method, body }: Sent) {
  if (method === 'GET') return { body: [held] };
  if (isDown) return { status: 503, body: {} };
  held = { ...held, ...(body as Partial<Task>), version: held.version + 1 };
  return { body: held };
}

function Details() {
  const task = useQuery(tasksQuery('p' as PartnershipId)).data?.[0];
  const deeds = useTaskDeeds();
  return task ? <TaskDetails task={task} goals={[]} deeds={deeds} onWait={() => undefined} /> : null;
}

const note = () => screen.findByLabelText<HTMLTextAreaElement>(/Catatan/);
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('what is typed into a task', () => {
  beforeEach(() => {
    sessionStorage.clear();
    isDown = false;
    held = {
      ...{ id: 't1', partnershipId: 'p', spaceId: 'shared', number: 1, title: 'Kirim rangka', note: '' },
      ...{ partnerId: 'rotan', assigneeId: 'dedi', dueOn: null, state: 'open', waitingFor: '', goalId: null },
      ...{ origin: null, requestedBy: 'dedi', requestedByPartnerId: 'rotan', completedAt: null, rank: 'a0' },
      ...{ archivedAt: null, createdAt: '2026-11-20T00:00:00.000Z', version: 1 },
    } as unknown as Task;
    server = fakeServer(answer);
  });
  afterEach(() => server.close());

  it('is saved when the task is closed without leaving the field first', async () => {
    const { unmount } = showSeated(<Details />);
    type(await note(), 'panjang 72 cm');
    unmount();
    await waitFor(() => expect(server.sent.map(({ body }) => body.note)).toEqual(['panjang 72 cm']));
    await waitFor(() => expect(sessionStorage).toHaveLength(0));
  });

  it('is there again after a reload, and is saved then', async () => {
    showSeated(<Details />);
    type(await note(), 'panjang 73 cm');
    const kept = { ...sessionStorage };
    cleanup();
    await waitFor(() => expect(server.sent).toHaveLength(1));
    held = { ...held, note: '', version: 9 };
    Object.assign(sessionStorage, kept);

    showSeated(<Details />);
    expect((await note()).value).toBe('panjang 73 cm');
    fireEvent.blur(await note());
    await waitFor(() => expect(server.sent.at(-1)?.body).toMatchObject({ note: 'panjang 73 cm', version: 9 }));
  });

  it('stays when the server does not answer, also for whoever opens the task again', async () => {
    isDown = true;
    const { unmount } = showSeated(<Details />);
    type(await note(), 'tidak terkirim');
    fireEvent.blur(await note());
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect((await note()).value).toBe('tidak terkirim');
    unmount();
    await waitFor(() => expect(server.sent).toHaveLength(2));

    isDown = false;
    showSeated(<Details />);
    expect((await note()).value).toBe('tidak terkirim');
  });

  it('stands beside what somebody else wrote meanwhile, until the person chooses', async () => {
    showSeated(<Details />);
    type(await note(), 'punya saya');
    const kept = { ...sessionStorage };
    cleanup();
    await waitFor(() => expect(server.sent).toHaveLength(1));
    held = { ...held, note: 'punya mereka', version: 12 };
    Object.assign(sessionStorage, kept);

    showSeated(<Details />);
    expect((await screen.findByRole('alert')).textContent).toContain('Tulisan Anda belum disimpan');
    expect(server.sent).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Simpan tulisan saya' }));
    await waitFor(() => expect(server.sent.at(-1)?.body).toMatchObject({ note: 'punya saya', version: 12 }));
  });
});

describe('a new task', () => {
  beforeEach(() => {
    sessionStorage.clear();
    server = fakeServer(answer);
  });
  afterEach(() => server.close());
  const form = () => (
    <TaskDialog open onClose={() => undefined} goals={[]} rank={() => 'a0'} onCreated={() => undefined} />
  );
  const title = () => screen.findByLabelText<HTMLInputElement>('Apa yang perlu dikerjakan?');

  it('keeps its words through a reload, and loses them only by "cancel"', async () => {
    showSeated(form());
    type(await title(), 'Uji oven');
    cleanup();
    showSeated(form());
    expect((await title()).value).toBe('Uji oven');
    fireEvent.click(screen.getByRole('button', { name: 'Batal' }));
    cleanup();
    showSeated(form());
    expect((await title()).value).toBe('');
  });

  it('keeps the words of the quick line through a reload', async () => {
    const bar = <TaskAddBar rank={() => 'a0'} />;
    showSeated(bar);
    type(await title(), 'Cek oven @Sari besok');
    cleanup();
    showSeated(bar);
    expect((await title()).value).toBe('Cek oven @Sari besok');
    expect(screen.getByLabelText<HTMLSelectElement>('Orang').value).toBe('sari');
  });
});
