import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { Origins } from '../http/origin.js';

const path = '/socket.io/';

/** socket.io on the product's own HTTP server: websocket only, our pages only, and other upgrades left alone. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: Origins,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    this.refuseForeignPages(this.httpServer as HttpServer);
    return super.createIOServer(port, {
      ...options,
      path,
      transports: ['websocket'],
      // engine.io would end the upgrades of /collab after a second.
      destroyUpgrade: false,
      serveClient: false,
      maxHttpBufferSize: 16 * 1024,
      allowRequest: (request: IncomingMessage, answer: (error: string | null, ok: boolean) => void) =>
        answer(null, this.origins.allows(request.headers)),
    } as unknown as ServerOptions) as Server;
  }

  /** Before engine.io, which would answer 400 as to a mistake. */
  private refuseForeignPages(server: HttpServer): void {
    server.prependListener('upgrade', (request: IncomingMessage, socket: Duplex) => {
      if (!request.url?.startsWith(path) || this.origins.allows(request.headers)) return;
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
  }
}
