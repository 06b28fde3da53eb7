import { Controller, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { readApiDocument, readApiPage, routes } from '@mufakat/domain';
import type { Response } from 'express';
import { Settings } from '../settings.js';
import { apiPage } from './api-page.js';
import { SessionCookie } from './cookie.js';
import { Endpoint } from './endpoint.js';
import { openApiOf, type ApiDocument } from './openapi.js';
import { nonceOf } from './web-security.js';

const StyleNonce = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  nonceOf(context.switchToHttp().getResponse<Response>()),
);

/** Shows the contract: to any program, and to a reader who is signed in. */
@Controller()
export class ApiDocsController {
  private made: ApiDocument | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(readApiDocument)
  document(): ApiDocument {
    this.made ??= openApiOf(Object.values(routes), {
      version: this.settings.given.version,
      cookieName: this.cookie.name,
    });
    return this.made;
  }

  @Endpoint(readApiPage)
  page(@StyleNonce() nonce: string): string {
    return apiPage(this.document(), nonce);
  }
}
