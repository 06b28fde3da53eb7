import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { Origins } from '../http/origin.js';

/** socket.io on the product's own HTTP server: websocket only, our pages only, and other upgrades left alone. */
export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: Origins,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      path: '/socket.io/',
      transports: ['websocket'],
      // engine.io would end the upgrades of /collab after a second.
      destroyUpgrade: false,
      serveClient: false,
      maxHttpBufferSize: 16 * 1024,
      allowRequest: (request: IncomingMessage, answer: (error: string | null, ok: boolean) => void) =>
        answer(null, this.origins.allows(request.headers)),
    } as unknown as ServerOptions) as Server;
  }
}
