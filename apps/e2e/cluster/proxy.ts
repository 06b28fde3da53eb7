import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One public address before several processes: each connection goes to the next process that takes it. */
export class Proxy {
  private turn = 0;
  private targets: readonly number[] = [];
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Proxy> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const proxy = new Proxy(server, `http://localhost:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => {
      proxy.open.add(socket.on('close', () => proxy.open.delete(socket)).on('error', () => socket.destroy()));
      proxy.turn += 1;
      proxy.pass(socket, proxy.turn, proxy.targets.length);
    });
    return proxy;
  }

  /** From now on connections go to these ports. */
  to(urls: readonly string[]): void {
    this.targets = urls.map((url) => Number(new URL(url).port));
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  private pass(socket: Socket, turn: number, tries: number): void {
    const port = this.targets[turn % this.targets.length];
    if (tries === 0 || port === undefined) return void socket.destroy();
    const target = connect(port, '127.0.0.1');
    target.once('error', () => this.pass(socket, turn + 1, tries - 1));
    target.once('connect', () => {
      target.removeAllListeners('error').on('error', () => socket.destroy());
      socket.once('close', () => target.destroy());
      socket.pipe(target).pipe(socket);
    });
  }
}
