import { Injectable } from '@nestjs/common';
import {
  DomainError,
  mostNamedVersions,
  type DocumentId,
  type EntryData,
  type listTextVersions,
  type nameTextVersion,
  type OutputOf,
  type ParsedOf,
  type readTextVersion,
  type TextReading,
  type TextVersion,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Session } from '../../platform/access/session.service.js';
import { refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { Doors } from '../../platform/rooms/doors.js';
import { RoomRights, type Entry } from '../../platform/rooms/room-rights.js';
import { LiveText, type NowText } from './live-text.js';
import { TextDesk } from './text-desk.js';
import { TextVersionStore, type Kept } from './text-version.store.js';

/** The versions of a co-edited text: whoever may enter its room may look, whoever may write it may name. */
@Injectable()
export class TextVersionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rights: RoomRights,
    private readonly doors: Doors,
    private readonly texts: LiveText,
    private readonly desk: TextDesk,
    private readonly versions: TextVersionStore,
    private readonly clock: Clock,
  ) {}

  async list(session: Session, page: ParsedOf<typeof listTextVersions>): Promise<OutputOf<typeof listTextVersions>> {
    const { seat } = await this.enter(session, page.documentId);
    return this.work.read(seat, async (tx) => {
      const items = await this.versions.newest(tx, page);
      const oldest = items.map(({ at }) => at).toSorted()[0];
      const hasMore = oldest !== undefined && (await this.versions.hasOlder(tx, page.documentId, oldest));
      return { items, hasMore };
    });
  }

  async read(session: Session, wanted: ParsedOf<typeof readTextVersion>): Promise<TextReading> {
    const { documentId, versionId, comparedWith } = wanted;
    const { seat } = await this.enter(session, documentId);
    const now = await this.texts.read(documentId);
    const { version, since, ...work } = await this.work.read(seat, async (tx) => {
      const version = versionId === 'now' ? null : await this.versions.get(tx, documentId, versionId);
      const chosen = version ? [await this.versions.stateOf(tx, version.id)] : now.pieces;
      const authorship = await this.versions.authorship(tx, documentId);
      if (comparedWith === 'now')
        return { version, since: version, chosen, authorship, shown: now.pieces, older: version && chosen };
      const sequence = version?.sequence ?? now.sequence;
      const since = comparedWith ? await this.versions.before(tx, documentId, sequence) : null;
      const older = since && [await this.versions.stateOf(tx, since.id)];
      return { version, since, chosen, authorship, shown: chosen, older };
    });
    return { version, since, ...(await this.desk.ask('read', { ...work, now: now.pieces })) };
  }

  async name(session: Session, input: ParsedOf<typeof nameTextVersion>): Promise<TextVersion> {
    const { documentId, id, name, versionId } = input;
    const entry = await this.enterToWrite(session, documentId);
    const now = versionId === null ? await this.keepable(entry, documentId, await this.texts.read(documentId)) : null;
    return refusingTakenIds(
      this.work.run(entry.seat, async (tx) => {
        await waitForTurn(tx, entry.spaceId);
        const source = versionId && (await this.versions.get(tx, documentId, versionId));
        const made = await this.versions.find(tx, id);
        if (made) return enforceSame(made, { documentId, name, sequence: source?.sequence ?? made.sequence });
        if ((await this.versions.countNames(tx, documentId)) >= mostNamedVersions)
          throw new DomainError('text.too-many-names');
        const kept = source ? await this.copyOf(tx, source) : now;
        if (!kept) throw new DomainError('not-found');
        const version = await this.versions.add(tx, kept, { id, name, madeBy: tx.seat.id });
        tx.record(entry.spaceId, 'text.version-named', await this.tell(tx, entry, version));
        return version;
      }),
    );
  }

  /** Unknown and foreign look the same. */
  async enter(session: Session, documentId: DocumentId): Promise<Entry> {
    const entry = await this.rights.decide(session, documentId);
    if (!entry) throw new DomainError('not-found');
    return entry;
  }

  async enterToWrite(session: Session, documentId: DocumentId): Promise<Entry> {
    const entry = await this.enter(session, documentId);
    if (entry.rights !== 'write') throw new DomainError('document.read-only');
    return entry;
  }

  /** Keeps a text as it was read; the answer is a version that holds it already, if one does. */
  async keep(tx: Tx, kept: Kept): Promise<TextVersion> {
    const held = await this.versions.at(tx, kept.documentId, kept.sequence);
    return held ?? this.versions.add(tx, kept, { id: newId() as TextVersion['id'], name: null, madeBy: null });
  }

  /** What the journal tells of a version: whose text it is, and which. */
  async tell(tx: Tx, { kind, subjectId }: Entry, version: TextVersion): Promise<EntryData<'text.restored'>> {
    const title = await this.doors.titleOf(kind, subjectId, tx.db);
    const { documentId } = version;
    return { id: subjectId, kind, title, documentId, version } as EntryData<'text.restored'>;
  }

  /** The text as it stands, as a version keeps it. */
  async keepable(entry: Entry, documentId: DocumentId, now: NowText): Promise<Kept> {
    const held = await this.work.read(entry.seat, async (tx) => ({
      same: await this.versions.at(tx, documentId, now.sequence),
      before: await this.versions.before(tx, documentId, now.sequence),
    }));
    const kept = await this.texts.keep(documentId, now, { after: held.before?.sequence ?? 0, at: this.clock.now() });
    return held.same ? { ...kept, at: new Date(held.same.at) } : kept;
  }

  private async copyOf(tx: Tx, version: TextVersion): Promise<Kept> {
    const state = await this.versions.packedStateOf(tx, version.id);
    return { ...version, at: new Date(version.at), state };
  }
}

/** Naming again with the same id is answered like the first time only when it says the same. */
function enforceSame(made: TextVersion, wanted: Pick<TextVersion, 'documentId' | 'name' | 'sequence'>): TextVersion {
  const isSame =
    made.documentId === wanted.documentId && made.name === wanted.name && made.sequence === wanted.sequence;
  if (!isSame) throw new DomainError('id.taken');
  return made;
}
