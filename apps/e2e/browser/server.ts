import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.js';

/** The built product in a process of its own, on an embedded database in a folder of its own. */
export class RunningServer {
  private constructor(
    readonly url: string,
    readonly env: Record<string, string>,
    private readonly dataDir: string,
    private process: ServerProcess,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<RunningServer> {
    const port = await freePort();
    const dataDir = await mkdtemp(join(tmpdir(), 'mufakat-story-'));
    const env = { PORT: String(port), DATA_DIR: dataDir, ...settings };
    const server = new RunningServer(`http://localhost:${port}`, env, dataDir, new ServerProcess(env));
    await server.process.hear(/Mufakat is ready/);
    return server;
  }

  /** Starts again in the same folder, after `kill`; perhaps with other settings. */
  async run(settings: Record<string, string> = {}): Promise<void> {
    this.process = new ServerProcess({ ...this.env, ...settings });
    await this.process.hear(/Mufakat is ready/);
  }

  /** Ends the process as a power button would, without a word. */
  async kill(): Promise<void> {
    await this.process.end('SIGKILL');
  }

  /** Ends the process as Ctrl-C does, and answers its exit code. */
  end(): Promise<number | null> {
    return this.process.end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** The one-time code of a server on which nobody is yet, as it prints it. */
  async setupCode(): Promise<string> {
    const [, code = ''] = await this.process.hear(/enter the code ([0-9A-F-]+)/);
    return code;
  }

  /** Everything the process has printed so far. */
  get said(): string {
    return this.process.said;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
