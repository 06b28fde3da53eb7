import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import WebSocket from 'ws';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { LiveGateway } from './live.gateway.js';

let workspace: Workspace;
const sockets: Socket[] = [];
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => workspace.close());

/** A line that follows the shared space, and why it ended. */
async function follow(as: Sitting): Promise<{ socket: Socket; gone: Promise<string> }> {
  const socket = io(workspace.url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: `sid=${as.token}`, origin: workspace.url },
  });
  sockets.push(socket);
  const gone = new Promise<string>((resolve) => socket.on('disconnect', resolve));
  expect(await socket.emitWithAck('follow', { spaceId: as.shared, after: 0 })).toMatchObject({ ok: true });
  return { socket, gone };
}

describe('a line that stays open', () => {
  it.each([
    [
      'the person is suspended',
      'update person set suspended_at = now() where id = $1',
      ({ personId }: Sitting) => personId,
    ],
    [
      'the firm is suspended',
      'update organization set suspended_at = now() where id = $1',
      ({ organizationId }: Sitting) => organizationId,
    ],
    ['the seat has ended', 'update seat set ended_at = now() where id = $1', ({ seatId }: Sitting) => seatId],
    [
      'the session has ended',
      'update session set ended_at = now() where person_id = $1',
      ({ personId }: Sitting) => personId,
    ],
    [
      'the session is over 90 days old',
      `update session set started_at = started_at - interval '91 days' where person_id = $1`,
      ({ personId }: Sitting) => personId,
    ],
  ])('is closed at the next look when %s, though nobody brought the news', async (_, change, whose) => {
    const { ana, budi } = await workspace.threePeople();
    const [{ gone }, { socket: other }] = [await follow(ana), await follow(budi)];
    await workspace.sql(change, [whose(ana)]);
    await workspace.app.get(LiveGateway).recheck();
    expect(await gone).toBe('io server disconnect');
    expect(other.connected).toBe(true);
  });

  it('is refused to pages of others at the upgrade, as on every other socket', async () => {
    const { ana } = await workspace.threePeople();
    const status = (origin: string) =>
      new Promise<number>((done) => {
        const address = `${workspace.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
        const socket = new WebSocket(address, { headers: { origin, cookie: `sid=${ana.token}` } });
        socket.on('unexpected-response', (_, response) => done(response.statusCode ?? 0));
        socket.on('open', () => done(101));
        socket.on('open', () => socket.close());
        socket.on('error', () => undefined);
      });
    expect(await status('https://lain.example')).toBe(403);
    expect(await status(`${workspace.url}.lain.example`)).toBe(403);
    expect(await status(workspace.url)).toBe(101);
  });
});
