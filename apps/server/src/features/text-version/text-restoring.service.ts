import { Injectable } from '@nestjs/common';
import { limits, type StoredNews } from '@mufakat/broker';
import type { RestoringEdit } from '@mufakat/collab';
import { DomainError, type OutputOf, type ParsedOf, type restoreTextVersion, type TextVersion } from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DocumentService } from '../../platform/rooms/document.service.js';
import type { Entry } from '../../platform/rooms/room-rights.js';
import { RoomsGateway } from '../../platform/rooms/rooms.gateway.js';
import { LiveText, type NowText } from './live-text.js';
import { TextDesk } from './text-desk.js';
import { TextVersionService } from './text-version.service.js';
import { TextVersionStore, type Kept } from './text-version.store.js';

type Wanted = ParsedOf<typeof restoreTextVersion>;
type Answer = OutputOf<typeof restoreTextVersion>;

/** A restoration that is ready to be written down, and what it was made from. */
type Prepared = {
  version: TextVersion;
  /** The restorations there had been before the text was read. */
  earlier: number;
  /** Null when the text says the same already. */
  edit: RestoringEdit | null;
  /** The text before it. */
  kept: Kept | null;
};

/** So often a restoration is made anew because another one was written down first. */
const mostTurns = 5;

/**
 * Restores a version by an edit of the person who asks. The edit, its entry in the journal and the version of the text
 * before are one transaction; everybody who has the text open sees the edit as one that another process stored.
 */
@Injectable()
export class TextRestoringService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly texts: LiveText,
    private readonly desk: TextDesk,
    private readonly all: TextVersionService,
    private readonly versions: TextVersionStore,
    private readonly documents: DocumentService,
    private readonly rooms: RoomsGateway,
    private readonly clock: Clock,
  ) {}

  async restore(session: Session, wanted: Wanted): Promise<Answer> {
    const entry = await this.all.enterToWrite(session, wanted.documentId);
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const answer = (await this.answerAgain(entry, wanted)) ?? (await refusingTakenIds(this.attempt(entry, wanted)));
      if (answer) return answer;
    }
    throw new DomainError('document.later');
  }

  /** What the same restoration was answered before. */
  private answerAgain(entry: Entry, { id, versionId }: Wanted): Promise<Answer | null> {
    return this.work.read(entry.seat, async (tx) => {
      const done = await this.versions.restoration(tx, id);
      if (done && done.versionId !== versionId) throw new DomainError('id.taken');
      return done && { before: done.beforeId && (await this.versions.find(tx, done.beforeId)) };
    });
  }

  /** Null when another restoration was written down since the text was read: this one might bring the same words again. */
  private async attempt(entry: Entry, wanted: Wanted): Promise<Answer | null> {
    const prepared = await this.prepare(entry, wanted);
    const made = await this.work.run(entry.seat, async (tx) => {
      await this.documents.hold(tx, wanted.documentId);
      const isFirst = (await this.versions.countRestorations(tx, wanted.documentId)) === prepared.earlier;
      return isFirst ? this.write(tx, entry, { ...wanted, ...prepared }) : null;
    });
    if (made?.news) this.rooms.appended(made.news);
    return made && { before: made.before };
  }

  /** The restorations are counted before the text is read, so that a text without one of them is never taken for new. */
  private async prepare(entry: Entry, { documentId, versionId }: Wanted): Promise<Prepared> {
    const { version, state, authorship, earlier } = await this.work.read(entry.seat, async (tx) => ({
      version: await this.versions.get(tx, documentId, versionId),
      state: await this.versions.stateOf(tx, versionId),
      authorship: await this.versions.authorship(tx, documentId),
      earlier: await this.versions.countRestorations(tx, documentId),
    }));
    const now = await this.texts.read(documentId);
    const edit = await this.desk.ask('restore', { now: now.pieces, version: [state], authorship });
    if (edit) refuseTooLarge(now, edit);
    return { version, earlier, edit, kept: edit && (await this.all.keepable(entry, documentId, now)) };
  }

  private async write(
    tx: Tx,
    entry: Entry,
    { id, documentId, versionId, version, edit, kept }: Wanted & Prepared,
  ): Promise<{ before: TextVersion | null; news: StoredNews | null }> {
    const before = kept && (await this.all.keep(tx, kept));
    const news = edit && (await this.documents.append(tx, { ...edit, documentId, personId: entry.seat.personId }));
    const [returned, at] = [edit?.returned ?? [], this.clock.now()];
    await this.versions.addRestoration(tx, { id, documentId, versionId, returned, at, beforeId: before?.id ?? null });
    tx.record(entry.spaceId, 'text.restored', await this.all.tell(tx, entry, version));
    return { before, news };
  }
}

/** The bound of every document, which a room asks of the edits of its peers. */
function refuseTooLarge({ pieces }: NowText, { update }: RestoringEdit): void {
  const bytes = pieces.reduce((sum, { length }) => sum + length, update.length);
  if (bytes > limits.state) throw new DomainError('document.too-large');
}
