import { Controller } from '@nestjs/common';
import {
  listTextVersions,
  nameTextVersion,
  readTextVersion,
  restoreTextVersion,
  type OutputOf,
  type ParsedOf,
  type TextReading,
  type TextVersion,
} from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { Endpoint, Input, OwnSession } from '../../platform/http/endpoint.js';
import { TextRestoringService } from './text-restoring.service.js';
import { TextVersionService } from './text-version.service.js';

@Controller()
export class TextVersionController {
  constructor(
    private readonly versions: TextVersionService,
    private readonly restoring: TextRestoringService,
  ) {}

  @Endpoint(listTextVersions)
  list(
    @OwnSession() session: Session,
    @Input(listTextVersions) input: ParsedOf<typeof listTextVersions>,
  ): Promise<OutputOf<typeof listTextVersions>> {
    return this.versions.list(session, input);
  }

  @Endpoint(readTextVersion)
  read(
    @OwnSession() session: Session,
    @Input(readTextVersion) input: ParsedOf<typeof readTextVersion>,
  ): Promise<TextReading> {
    return this.versions.read(session, input);
  }

  @Endpoint(nameTextVersion)
  name(
    @OwnSession() session: Session,
    @Input(nameTextVersion) input: ParsedOf<typeof nameTextVersion>,
  ): Promise<TextVersion> {
    return this.versions.name(session, input);
  }

  @Endpoint(restoreTextVersion)
  restore(
    @OwnSession() session: Session,
    @Input(restoreTextVersion) input: ParsedOf<typeof restoreTextVersion>,
  ): Promise<OutputOf<typeof restoreTextVersion>> {
    return this.restoring.restore(session, input);
  }
}
