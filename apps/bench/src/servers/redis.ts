import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { freePort } from './server-process.ts';

/** A Redis that keeps nothing on disk. */
export class Redis {
  readonly url: string;
  private readonly child: ChildProcess;

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.child = child;
  }

  /** Null when this machine has none. */
  static async start(): Promise<Redis | null> {
    if (spawnSync('redis-server', ['--version']).status !== 0) return null;
    const port = await freePort();
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((ready, fail) => {
      child.stdout.on('data', (said: Buffer) => said.includes('Ready to accept') && ready());
      child.once('exit', (code) => fail(new Error(`redis-server ended with ${code}`)));
    });
    return new Redis(`redis://127.0.0.1:${port}`, child);
  }

  /** Ends it as a power button would. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}
