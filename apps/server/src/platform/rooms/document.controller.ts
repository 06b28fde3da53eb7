import { Controller } from '@nestjs/common';
import { readUpdates, sendUpdate, type DocumentNews, type ParsedOf } from '@mufakat/domain';
import type { Session } from '../access/session.service.js';
import { Endpoint, Input, OwnSession } from '../http/endpoint.js';
import { DocumentUpdates } from './document-updates.js';

/** Co-edited texts for networks that let no socket through. */
@Controller()
export class DocumentController {
  constructor(private readonly documents: DocumentUpdates) {}

  @Endpoint(readUpdates)
  read(
    @OwnSession() session: Session,
    @Input(readUpdates) { documentId, after }: ParsedOf<typeof readUpdates>,
  ): Promise<DocumentNews> {
    return this.documents.read(session, documentId, after);
  }

  @Endpoint(sendUpdate)
  send(@OwnSession() session: Session, @Input(sendUpdate) input: ParsedOf<typeof sendUpdate>) {
    return this.documents.send(session, input);
  }
}
