import { describe, expect, it } from '@jest/globals';
import { join, resolve } from 'node:path';
import { readEnv } from './env.js';

describe('the settings of a process', () => {
  it('serve this machine only when nothing is set', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      origins: ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'],
      dataDir: resolve('data'),
      trustProxy: false,
      demo: false,
    });
  });

  it('take an empty value for one that is not set', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', TRUST_PROXY: '' })).toEqual(readEnv({}));
  });

  it('answer to one origin behind a proxy', () => {
    const env = readEnv({ HOST: '0.0.0.0', PUBLIC_URL: 'https://kerja.example.id/', TRUST_PROXY: '1' });
    expect(env).toMatchObject({
      publicUrl: 'https://kerja.example.id',
      origins: ['https://kerja.example.id'],
      trustProxy: 1,
    });
  });

  it('name the proxies by address', () => {
    expect(readEnv({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual(['loopback', '10.0.0.0/8']);
  });

  it('keep the demo in a folder of its own', () => {
    expect(readEnv({ DEMO: '1', DATA_DIR: '/srv/mufakat' }).dataDir).toBe(join('/srv/mufakat', 'demo'));
  });

  it.each([
    [{ PORT: 'three' }, 'PORT must be a number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be a number from 1 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a number from 1 to 65535.'],
    [{ PORT: '3000', METRICS_PORT: '3000' }, 'METRICS_PORT must differ from PORT.'],
    [{ METRICS_PORT: '0' }, 'METRICS_PORT must be a number from 1 to 65535.'],
    [{ HOST: 'everywhere' }, 'HOST must be an IP address of this machine or localhost.'],
    [{ PUBLIC_URL: 'mufakat.id' }, 'PUBLIC_URL must be an address such as https://mufakat.example.id.'],
    [{ PUBLIC_URL: 'https://example.id/mufakat' }, 'PUBLIC_URL must end with the host or port'],
    [
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must be an address such as postgres://user:password@host:5432/mufakat.',
    ],
    [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL must be an address such as redis://user:password@host:6379.'],
    [{ REDIS_URL: 'redis://localhost' }, 'set DATABASE_URL too, or leave REDIS_URL empty'],
    [{ SMTP_URL: 'mail' }, 'SMTP_URL must be an address such as smtps://user:password@mail.example.id.'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be the number of proxies in front (1 to 9)'],
    [{ DEMO: 'yes' }, 'DEMO must be 1 or 0.'],
    [{ DEMO_RESET: '1' }, 'DEMO_RESET only makes sense together with DEMO.'],
    [{ DEMO: '1', DATABASE_URL: 'postgres://localhost/real' }, 'The demo never runs on real data'],
    [{ DEMO: '1', HOST: '0.0.0.0', PUBLIC_URL: 'https://a.id' }, 'it only runs on this machine'],
    [{ DEMO: '1', PUBLIC_URL: 'https://a.id' }, 'it only runs on this machine'],
    [{ HOST: '0.0.0.0' }, 'set PUBLIC_URL to the address people type'],
    [{ PUBLIC_URL: 'http://kerja.example.id' }, 'PUBLIC_URL must begin with https://'],
  ])('are refused with a sentence: %j', (source, sentence) => {
    expect(() => readEnv(source)).toThrow(sentence);
  });

  it('name every wrong setting at once', () => {
    expect(() => readEnv({ PORT: 'x', HOST: 'y' })).toThrow(/PORT .* HOST /);
  });
});
