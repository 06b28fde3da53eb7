import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** How a server is started, and the words it prints when it may be used. */
export interface Recipe {
  main: string;
  env: Record<string, string>;
  isReady: string;
  nodeOptions?: string[];
}

/** Whatever goes wrong in a run, no server outlives it. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** A server in a process of its own. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly said: () => string;

  private constructor(child: ChildProcess, said: () => string) {
    this.child = child;
    this.said = said;
  }

  static async start({ main, env, isReady, nodeOptions = [] }: Recipe): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...nodeOptions, main], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(child);
    child.once('exit', () => alive.delete(child));
    let said = '';
    const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    await new Promise<void>((ready, fail) => {
      const look = () => said.includes(isReady) && ready();
      child.stdout.on('data', look);
      child.once('exit', (code) => fail(new Error(`${main} ended with ${code}:\n${said.slice(-2_000)}`)));
    });
    return new ServerProcess(child, () => said);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it printed last. */
  get output(): string {
    return this.said();
  }

  /** Ends it as a power button would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isAlive) return;
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
