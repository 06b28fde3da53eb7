import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type ThrowAwayRedis } from '../../../../../scripts/redis.mjs';
import { RedisCarrier } from './redis-carrier.js';

let redis: ThrowAwayRedis;
const opened: RedisCarrier[] = [];

beforeAll(async () => {
  redis = await start();
});
afterEach(async () => {
  for (const carrier of opened.splice(0)) await carrier.close();
});
afterAll(() => redis.stop());

async function start(port?: number): Promise<ThrowAwayRedis> {
  const started = await startRedis(port);
  if (!started) throw new Error('redis-server is not installed');
  return started;
}

async function open(): Promise<{ carrier: RedisCarrier; heard: number[][]; ups: () => number }> {
  const carrier = await RedisCarrier.open(redis.url);
  opened.push(carrier);
  const heard: number[][] = [];
  let ups = 0;
  carrier.hear('test', (message) => heard.push([...message]));
  carrier.onUp(() => (ups += 1));
  return { carrier, heard, ups: () => ups };
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('it did not happen within 8 s');
    await new Promise((done) => setTimeout(done, 5));
  }
}

describe('a carrier over Redis', () => {
  it('brings any bytes to every process, in the order they were sent', async () => {
    const [a, b, c] = [await open(), await open(), await open()];
    await until(() => {
      a.carrier.send('test', new Uint8Array([0]));
      return b.heard.length > 0 && c.heard.length > 0;
    });
    for (const heard of [b.heard, c.heard]) heard.length = 0;
    const messages = Array.from({ length: 200 }, (_, n) => [n, 255, 0, 13, 10, 128]);
    for (const message of messages) a.carrier.send('test', new Uint8Array(message));
    await until(() => b.heard.at(-1)?.[0] === 199 && c.heard.at(-1)?.[0] === 199);
    expect(b.heard.slice(-200)).toEqual(messages);
    expect(c.heard.slice(-200)).toEqual(messages);
  });

  it('says that it is down when Redis is killed, drops what is sent meanwhile, and comes back by itself', async () => {
    const [a, b] = [await open(), await open()];
    expect([a.carrier.state, a.ups()]).toEqual(['up', 1]);
    redis.stop();
    await until(() => a.carrier.state === 'down' && b.carrier.state === 'down');
    a.carrier.send('test', new Uint8Array([1]));

    redis = await start(redis.port);
    await until(() => a.ups() === 2 && b.ups() === 2);
    await until(() => {
      a.carrier.send('test', new Uint8Array([2]));
      return b.heard.length > 0;
    });
    expect(b.heard).not.toContainEqual([1]);
  });

  it('refuses to start with one sentence when there is no Redis', async () => {
    await expect(RedisCarrier.open('redis://127.0.0.1:1')).rejects.toThrow(
      'Redis at 127.0.0.1:1 cannot be reached (ECONNREFUSED); start it or correct REDIS_URL.',
    );
  });
});
