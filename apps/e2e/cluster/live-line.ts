import type { ClientToServer, PartnershipId, Place, Presence, ServerToClient, SpaceId } from '@mufakat/domain';
import { io, type Socket } from 'socket.io-client';
import type { Running, Sitting } from '../../server/test/workspace.js';

type Line = Socket<ServerToClient, ClientToServer>;

/** A person's line to the journal of a space, which does not come back by itself. */
export class LiveLine {
  endedAt: number | null = null;
  /** Who is here, as last told. */
  people: readonly Presence[] = [];

  private constructor(private readonly line: Line) {
    line.on('disconnect', () => (this.endedAt = performance.now()));
    line.on('presence', ({ people }) => (this.people = people));
  }

  /** Follows from now on. */
  static async follow(at: Running, who: Pick<Sitting, 'token'>, spaceId: SpaceId): Promise<LiveLine> {
    const line = lineTo(at, who);
    const answer = await line.emitWithAck('follow', { spaceId, after: 0 });
    if (!answer.ok) throw new Error(`following was refused: ${answer.refusal}`);
    return new LiveLine(line);
  }

  /** Whether somebody who comes now is let in and may follow. */
  static async mayFollow(at: Running, who: Pick<Sitting, 'token'>, spaceId: SpaceId): Promise<boolean> {
    const line = lineTo(at, who);
    const refused = new Promise<false>((told) => line.once('connect_error', () => told(false)));
    const followed = line.emitWithAck('follow', { spaceId, after: 0 }).then(({ ok }) => ok);
    try {
      return await Promise.race([refused, followed]);
    } finally {
      line.disconnect();
    }
  }

  look(partnershipId: PartnershipId, screen: Place['screen']): void {
    this.line.emit('look', { partnershipId, place: { screen, subjectId: null } });
  }

  end(): void {
    this.line.disconnect();
  }
}

function lineTo({ url }: Running, { token }: Pick<Sitting, 'token'>): Line {
  return io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin: url, cookie: `sid=${token}` },
  });
}
