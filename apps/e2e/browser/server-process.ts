import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/dist/src/main.js', import.meta.url));

/** The built product as one process: what it says, and the code it ends with. */
export class ServerProcess {
  /** Everything it has printed so far. */
  said = '';
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly listeners = new Set<() => void>();

  constructor(env: Record<string, string>) {
    const { DATABASE_URL: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [main], {
      env: { ...inherited, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.said += chunk.toString();
        for (const look of this.listeners) look();
      });
    this.child = child;
    this.ended = new Promise((done) => child.once('close', (code) => done(code)));
  }

  /** Waits until it has said this; fails when it ends without. */
  hear(sentence: RegExp): Promise<RegExpExecArray> {
    return new Promise((heard, fail) => {
      const look = () => {
        const found = sentence.exec(this.said);
        if (!found) return;
        this.listeners.delete(look);
        heard(found);
      };
      this.listeners.add(look);
      look();
      void this.ended.then((code) => fail(new Error(`the server ended with ${code}, having said:\n${this.said}`)));
    });
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}
