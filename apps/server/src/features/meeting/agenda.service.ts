import { Injectable } from '@nestjs/common';
import {
  DomainError,
  enforce,
  meetingChangeRefusal,
  meetingWriteRefusal,
  type addAgendaItem,
  type AgendaItemId,
  type changeAgendaItem,
  type Meeting,
  type ParsedOf,
  type PartnerId,
  type removeAgendaItem,
} from '@mufakat/domain';
import { takesPart } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { MeetingService } from './meeting.service.js';
import { MeetingStore, type HeldMeeting } from './meeting.store.js';
import { meetingView } from './meeting.view.js';

const mostItems = 40;

/** The agenda of a meeting. Each change of an item is a change of the meeting. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly meeting: MeetingService,
  ) {}

  add(seat: Seat, { partnershipId: _, ...input }: ParsedOf<typeof addAgendaItem>): Promise<Meeting> {
    const { meetingId, agendaItemId, version, ...fields } = input;
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const now = await this.meetings.lock(tx, meetingId);
        enforce(meetingWriteRefusal(seat));
        const made = now.agenda.find(({ id }) => id === agendaItemId);
        if (made) {
          enforceSame(fields, made);
          return meetingView(now);
        }

        const held = await this.hold(tx, { meetingId, version });
        if (held.agenda.length >= mostItems) throw new DomainError('meeting.agenda-full');
        await enforcePresenter(tx, fields.presenterId);
        const { spaceId } = held.meeting;
        const item = Object.assign(new AgendaItemEntity(), fields, { id: agendaItemId, meetingId, spaceId } as const);
        item.state = 'open';
        await this.meetings.addAgendaItem(tx, item);
        held.agenda.push(item);
        return this.meeting.keep(tx, 'meeting.agenda-changed', held);
      }),
    );
  }

  change(seat: Seat, { partnershipId: _, ...input }: ParsedOf<typeof changeAgendaItem>): Promise<Meeting> {
    const { meetingId, agendaItemId, version, ...change } = input;
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, { meetingId, version });
      const item = itemOf(held, agendaItemId);
      if (change.presenterId !== item.presenterId) await enforcePresenter(tx, change.presenterId ?? null);
      Object.assign(item, change);
      await this.meetings.saveAgendaItem(tx, item);
      return this.meeting.keep(tx, 'meeting.agenda-changed', held);
    });
  }

  remove(seat: Seat, input: ParsedOf<typeof removeAgendaItem>): Promise<Meeting> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const item = itemOf(held, input.agendaItemId);
      await this.meetings.removeAgendaItem(tx, item);
      const agenda = held.agenda.filter((other) => other !== item);
      return this.meeting.keep(tx, 'meeting.agenda-changed', { ...held, agenda });
    });
  }

  private async hold(
    tx: Tx,
    { meetingId, version }: Pick<ParsedOf<typeof removeAgendaItem>, 'meetingId' | 'version'>,
  ): Promise<HeldMeeting> {
    const held = await this.meeting.hold(tx, meetingId, version);
    enforce(meetingChangeRefusal(tx.seat, held.meeting));
    return held;
  }
}

function itemOf({ agenda }: HeldMeeting, id: AgendaItemId): AgendaItemEntity {
  const item = agenda.find((one) => one.id === id);
  if (!item) throw new DomainError('not-found');
  return item;
}

/** Only a firm at the table presents. */
async function enforcePresenter(tx: Tx, presenterId: PartnerId | null): Promise<void> {
  if (presenterId && !(await takesPart(tx, presenterId))) throw new DomainError('not-found');
}
