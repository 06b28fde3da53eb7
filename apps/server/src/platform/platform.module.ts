import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AccessChanges } from './access/access-changes.js';
import { Attempts } from './access/attempts.js';
import { Passwords } from './access/password.js';
import { SeatService } from './access/seat.service.js';
import { ServerJournal } from './access/server-journal.js';
import { SessionService } from './access/session.service.js';
import { DocumentDatabase } from './database/document-database.js';
import { Carrier } from './cluster/carrier.js';
import { Notices } from './database/notices.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { ApiDocsController } from './http/api-docs.controller.js';
import { SessionCookie } from './http/cookie.js';
import { Origins } from './http/origin.js';
import { RequestLimits } from './http/request-limits.js';
import { FollowService } from './journal/follow.service.js';
import { JournalReactions } from './journal/journal-reactions.js';
import { JournalRelay } from './journal/journal-relay.js';
import { JournalWriter } from './journal/journal-writer.js';
import { SigningKey } from './journal/signing-key.js';
import { Metrics } from './observe/metrics.js';
import { LiveGateway } from './live/live.gateway.js';
import { PresenceService } from './live/presence.service.js';
import { Clock } from './outside/clock.js';
import { Mail } from './outside/mail.js';
import { DocumentUpdates } from './rooms/document-updates.js';
import { DocumentController } from './rooms/document.controller.js';
import { DocumentService } from './rooms/document.service.js';
import { DocumentTexts } from './rooms/document-texts.js';
import { Doors } from './rooms/doors.js';
import { PostgresRoomStore } from './rooms/postgres-room-store.js';
import { RoomCarrier } from './rooms/room-carrier.js';
import { RoomRights } from './rooms/room-rights.js';
import { RoomsGateway } from './rooms/rooms.gateway.js';
import { WorkerFolder } from './rooms/worker-folder.js';
import { Settings } from './settings.js';

/** What the platform is given from outside: the open database, the lines to other processes, settings, time, key. */
export type Outside = {
  database: DataSource;
  documents: DocumentDatabase;
  notices: Notices;
  carrier: Carrier;
  settings: Settings;
  origins: Origins;
  cookie: SessionCookie;
  clock: Clock;
  signingKey: SigningKey;
};

/** Everything each feature stands on; knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static on(outside: Outside): DynamicModule {
    const given = [
      { provide: DocumentDatabase, useValue: outside.documents },
      { provide: Notices, useValue: outside.notices },
      { provide: Carrier, useValue: outside.carrier },
      { provide: Settings, useValue: outside.settings },
      { provide: Origins, useValue: outside.origins },
      { provide: SessionCookie, useValue: outside.cookie },
      { provide: Clock, useValue: outside.clock },
      { provide: SigningKey, useValue: outside.signingKey },
    ];
    const made = [
      AccessChanges,
      Metrics,
      Attempts,
      Mail,
      Passwords,
      ServerJournal,
      SeatService,
      SessionService,
      UnitOfWork,
      RequestLimits,
      FollowService,
      JournalReactions,
      JournalRelay,
      JournalWriter,
      PresenceService,
      DocumentService,
      DocumentTexts,
      DocumentUpdates,
      Doors,
      LiveGateway,
      PostgresRoomStore,
      RoomCarrier,
      RoomRights,
      RoomsGateway,
      WorkerFolder,
    ];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...outside.database.options, manualInitialization: true }),
          dataSourceFactory: () => Promise.resolve(outside.database),
        }),
      ],
      controllers: [ApiDocsController, DocumentController],
      providers: [...given, ...made],
      exports: [...given, ...made, TypeOrmModule],
    };
  }
}
