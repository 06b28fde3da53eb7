import { createClient } from '@redis/client';
import { StartRefusal } from '../start-refusal.js';
import { Carrier } from './carrier.js';

/** What a line may hold back before it is better not to send: a carrier that lags carries nothing of use. */
const mostUnsent = 16 * 1024 * 1024;
const longestPause = 2_000;

/** Carries over the publish and subscribe of a Redis. Nothing is kept there. */
export class RedisCarrier extends Carrier {
  private readonly sender: ReturnType<typeof lineTo>;
  private readonly receiver: ReturnType<typeof lineTo>;
  private readonly ups: (() => void)[] = [];
  private unsent = 0;
  private wasUp = false;

  private constructor(url: string) {
    super();
    this.sender = lineTo(url);
    this.receiver = lineTo(url);
    for (const line of [this.sender, this.receiver]) {
      // Why a line broke is of no use to anybody: it comes back by itself, and `state` says whether it has.
      line.on('error', () => (this.wasUp = false));
      line.on('ready', () => this.onReady());
    }
  }

  static async open(url: string): Promise<RedisCarrier> {
    const carrier = new RedisCarrier(url);
    try {
      await Promise.all([reach(carrier.sender), reach(carrier.receiver)]);
    } catch (error) {
      await carrier.close();
      throw explainUnreachable(url, error);
    }
    return carrier;
  }

  get state(): 'up' | 'down' {
    return this.sender.isReady && this.receiver.isReady ? 'up' : 'down';
  }

  send(channel: string, message: Uint8Array): void {
    if (!this.sender.isReady || this.unsent > mostUnsent) return;
    this.unsent += message.length;
    const sent = () => void (this.unsent -= message.length);
    this.sender.publish(nameOf(channel), Buffer.from(message)).then(sent, sent);
  }

  hear(channel: string, listener: (message: Uint8Array) => void): void {
    const subscribe = () => void this.receiver.subscribe(nameOf(channel), listener, true).catch(() => undefined);
    // A line that breaks before it has subscribed would never do so; asking twice changes nothing.
    this.receiver.on('ready', subscribe);
    subscribe();
  }

  onUp(act: () => void): void {
    this.ups.push(act);
    if (this.state === 'up') act();
  }

  close(): Promise<void> {
    for (const line of [this.sender, this.receiver]) if (line.isOpen) line.destroy();
    return Promise.resolve();
  }

  private onReady(): void {
    if (this.state === 'down' || this.wasUp) return;
    this.wasUp = true;
    for (const act of this.ups) act();
  }
}

const nameOf = (channel: string) => `mufakat:${channel}`;

function lineTo(url: string) {
  return createClient({
    url,
    // A command for a line that is down fails at once; kept commands would arrive long after they mattered.
    disableOfflineQueue: true,
    pingInterval: 3_000,
    socket: {
      connectTimeout: 5_000,
      socketTimeout: 10_000,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, longestPause) * (0.5 + Math.random() / 2),
    },
  });
}

/** The first connection or the first reason why there is none; later ones are tried for as long as it takes. */
function reach(line: ReturnType<typeof lineTo>): Promise<unknown> {
  return new Promise((ready, fail) => {
    line.once('error', fail);
    line.connect().then(ready, fail);
  });
}

function explainUnreachable(url: string, error: unknown): StartRefusal {
  const { hostname, port } = new URL(url);
  const where = `${hostname || 'localhost'}:${port || 6379}`;
  const { code, message } = error as { code?: string; message: string };
  if (/NOAUTH|WRONGPASS|NOPERM/.test(message))
    return new StartRefusal(`Redis at ${where} does not accept this user and password; check REDIS_URL.`);
  return new StartRefusal(
    `Redis at ${where} cannot be reached (${code ?? 'no answer'}); start it or correct REDIS_URL.`,
  );
}
