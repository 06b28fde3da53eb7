import { Injectable } from '@nestjs/common';
import { DomainError, type ParsedOf, type PersonId, type setUp } from '@mufakat/domain';
import { Attempts } from '../../platform/access/attempts.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { PartnershipFounding } from '../partnership/index.js';
import { MeReader } from './me-reader.js';
import { PersonMaking } from './person-making.js';
import { PersonStore } from './person.store.js';
import { SetupCode } from './setup-code.js';
import { type SignedIn, SignInService } from './sign-in.service.js';
import type { Visitor } from './visitor.js';

/** The first start: makes the operator, the first organization and the first partnership, once. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly making: PersonMaking,
    private readonly founding: PartnershipFounding,
    private readonly code: SetupCode,
    private readonly attempts: Attempts,
    private readonly signIn: SignInService,
    private readonly journal: ServerJournal,
    private readonly me: MeReader,
    private readonly clock: Clock,
  ) {}

  async setUp(input: ParsedOf<typeof setUp>, { address, device }: Visitor): Promise<SignedIn> {
    if (!(await this.code.isWaited())) throw new DomainError('setup.closed');
    await this.attempts.takeFrom(address);
    if (!(await this.code.matches(input.code))) throw new DomainError('setup.refused');
    const { personId, token } = await this.work.asSystem(async (db, record) => {
      await this.people.queueForSetUp(db);
      if (await this.people.hasAnybody(db)) throw new DomainError('setup.closed');
      const personId = await this.makeAll(db, record, input);
      return { personId, token: await this.signIn.start(db, record, { personId, device }) };
    });
    await this.code.burn();
    return { token, me: await this.me.read(personId) };
  }

  private async makeAll(db: Db, record: Recorder, input: ParsedOf<typeof setUp>): Promise<PersonId> {
    const { standing, start, ...partnership } = input.partnership;
    const personId = await this.making.make(db, record, { ...input, isOperator: true });
    const say = await this.journal.open(db, record, personId);
    say('server.set-up', { personId });
    await this.founding.found(db, record, {
      personId,
      now: this.clock.now(),
      partnership,
      organization: input.organization,
      standing,
      start,
    });
    return personId;
  }
}
