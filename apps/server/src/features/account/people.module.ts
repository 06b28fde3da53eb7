import { Module } from '@nestjs/common';
import { FindPerson } from './find-person.js';
import { MeReader } from './me-reader.js';
import { MeStore } from './me.store.js';
import { PersonMaking } from './person-making.js';
import { PersonStore } from './person.store.js';
import { ResetCodeStore } from './reset-code.store.js';
import { ResetCodes } from './reset-codes.js';
import { SessionEnding } from './session-ending.js';
import { SessionStore } from './session.store.js';
import { SetupCode } from './setup-code.js';

/** The part of accounts that other features call; it calls none of them. */
@Module({
  providers: [
    FindPerson,
    MeReader,
    MeStore,
    PersonMaking,
    PersonStore,
    ResetCodes,
    ResetCodeStore,
    SessionEnding,
    SessionStore,
    SetupCode,
  ],
  exports: [
    FindPerson,
    MeReader,
    PersonMaking,
    PersonStore,
    ResetCodes,
    ResetCodeStore,
    SessionEnding,
    SessionStore,
    SetupCode,
  ],
})
export class PeopleModule {}
