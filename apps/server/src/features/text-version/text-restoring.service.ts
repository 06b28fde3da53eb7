import { Injectable } from '@nestjs/common';
import { DomainError, type OutputOf, type ParsedOf, type restoreTextVersion } from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { bringUpdate } from '../../platform/rooms/http-peer.js';
import type { Entry } from '../../platform/rooms/room-rights.js';
import { RoomsGateway } from '../../platform/rooms/rooms.gateway.js';
import { LiveText } from './live-text.js';
import { TextDesk } from './text-desk.js';
import { TextVersionService } from './text-version.service.js';
import { TextVersionStore } from './text-version.store.js';

type Wanted = ParsedOf<typeof restoreTextVersion>;
type Answer = OutputOf<typeof restoreTextVersion>;

/**
 * Restores a version by an edit of the person who asks, which comes through the room like any other: everybody who has
 * the text open sees it, and it stands in the log before it is answered.
 */
@Injectable()
export class TextRestoringService {
  private readonly running = new Map<string, Promise<unknown>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly texts: LiveText,
    private readonly desk: TextDesk,
    private readonly all: TextVersionService,
    private readonly versions: TextVersionStore,
    private readonly rooms: RoomsGateway,
    private readonly clock: Clock,
  ) {}

  async restore(session: Session, wanted: Wanted): Promise<Answer> {
    const entry = await this.all.enterToWrite(session, wanted.documentId);
    return refusingTakenIds(this.inTurn(wanted.documentId, () => this.restoreNow(entry, wanted)));
  }

  private async restoreNow(entry: Entry, { documentId, versionId, id }: Wanted): Promise<Answer> {
    const { version, state, authorship, done } = await this.work.read(entry.seat, async (tx) => ({
      version: await this.versions.get(tx, documentId, versionId),
      state: await this.versions.stateOf(tx, versionId),
      authorship: await this.versions.authorship(tx, documentId),
      done: await this.versions.restoration(tx, id),
    }));
    if (done && done.versionId !== versionId) throw new DomainError('id.taken');
    if (done) return { before: done.beforeId && (await this.versionAgain(entry, done.beforeId)) };

    const now = await this.texts.read(documentId);
    const edit = await this.desk.ask('restore', { now: now.pieces, version: [state], authorship });
    const before = edit && (await this.all.keepNow(entry, documentId, now));
    if (edit) await bringUpdate(entry, edit.update, (peer) => this.rooms.join(documentId, peer));
    await this.work.run(entry.seat, async (tx) => {
      const [returned, at] = [edit?.returned ?? [], this.clock.now()];
      await this.versions.addRestoration(tx, {
        ...{ id, documentId, versionId, returned, at },
        beforeId: before?.id ?? null,
      });
      tx.record(entry.spaceId, 'text.restored', await this.all.tell(tx, entry, version));
    });
    return { before };
  }

  private versionAgain(entry: Entry, id: NonNullable<Answer['before']>['id']): Promise<Answer['before']> {
    return this.work.read(entry.seat, (tx) => this.versions.find(tx, id));
  }

  /** Two that restore at once would bring the same words twice; the second one waits and finds them there. */
  private async inTurn<T>(documentId: string, work: () => Promise<T>): Promise<T> {
    const before = this.running.get(documentId);
    const run = (before ?? Promise.resolve()).then(work, work);
    this.running.set(documentId, run);
    try {
      return await run;
    } finally {
      if (this.running.get(documentId) === run) this.running.delete(documentId);
    }
  }
}
