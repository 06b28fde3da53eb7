import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';

/** The session cookie: `__Host-sid` over HTTPS, `sid` on loopback HTTP, where `Secure` cookies are not kept everywhere. */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly isSecure: boolean) {
    this.name = isSecure ? '__Host-sid' : 'sid';
  }

  read(request: Pick<IncomingMessage, 'headers'>): string | null {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const at = part.indexOf('=');
      if (at > 0 && part.slice(0, at).trim() === this.name) return part.slice(at + 1).trim();
    }
    return null;
  }

  write(response: Response, token: string): void {
    response.cookie(this.name, token, { ...this.options, maxAge: 90 * 24 * 60 * 60 * 1000 });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure, path: '/' } as const;
  }
}
