import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/dist/src/main.js', import.meta.url));

/** The built product in a process of its own, on an embedded database in a folder of its own. */
export class RunningServer {
  private process: ChildProcess | undefined;

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<RunningServer> {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'mufakat-story-'));
    const server = new RunningServer(`http://localhost:${port}`, dataDir, {
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    });
    await server.run();
    return server;
  }

  /** Starts the process and waits until it says that it is ready. */
  async run(): Promise<void> {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [main], {
      env: { ...inherited, NODE_OPTIONS: '', ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    let said = '';
    await new Promise<void>((ready, fail) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Mufakat is ready')) ready();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => fail(new Error(`the server ended with ${code} before it was ready:\n${said}`)));
    });
  }

  /** Ends the process as a power button would, without a word. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async setupCode(): Promise<string> {
    return (await readFile(join(this.dataDir, 'setup-code'), 'utf8')).trim();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
