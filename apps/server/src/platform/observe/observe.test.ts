import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openTestDatabase } from '../../../test/test-database.js';
import { toySchema } from '../../../test/toy-schema.js';
import { NoCarrier } from '../cluster/carrier.js';
import { livez, Readiness, readyz } from './health.js';
import { createLogger, faultForLog, nestLogger } from './logger.js';
import { Metrics, serveMetrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';

const alone = { carrier: new NoCarrier(), notices: { isUp: true } };
const servers: Server[] = [];
const portOf = (server: Server) => (server.address() as AddressInfo).port;

function listen(app: express.Express): Promise<string> {
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${portOf(server)}`));
    servers.push(server);
  });
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('the log', () => {
  let lines: string[];
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const logger = () => createLogger({ to: { write: (line: string) => void lines.push(line) } });

  beforeEach(() => {
    lines = [];
  });

  it('writes one JSON line in UTC, whatever a value holds', () => {
    logger().info({ note: 'first\nsecond' }, 'said');
    expect(lines.join('').trim().split('\n')).toHaveLength(1);
    expect(logged()[0]).toMatchObject({ level: 'info', msg: 'said', time: expect.stringMatching(/Z$/) });
  });

  it('leaves out what is secret or personal', () => {
    logger().info({ email: 'a@b.id', person: { phone: '0812', password: 'x', id: 7 } }, 'said');
    expect(logged()[0]).toMatchObject({ person: { id: 7 } });
    expect(lines[0]).not.toMatch(/a@b|0812|password/);
  });

  it('keeps of a database error its kind and place, not the words it quotes', () => {
    const error = Object.assign(new Error('Key (email)=(a@b.id) already exists'), {
      code: '23505',
      routine: '_bt_check_unique',
    });
    expect(JSON.stringify(faultForLog(error))).not.toContain('a@b.id');
    expect(faultForLog(error)).toMatchObject({ kind: 'Error', errorCode: '23505' });
  });

  it('keeps of a refused letter not whom it was for', () => {
    const error = Object.assign(new Error('550 <a@b.id> is unknown'), { code: 'EENVELOPE', responseCode: 550 });
    expect(JSON.stringify(faultForLog(error))).not.toContain('a@b.id');
  });

  it('is also the log of the framework', () => {
    nestLogger(logger()).warn('slow', 'Router');
    expect(logged()[0]).toMatchObject({ level: 'warn', msg: 'slow', from: 'Router' });
  });

  it('says of a failed request which one it was, and where and why it failed', () => {
    nestLogger(logger()).error({ route: 'listGoals', requestId: 'r1', err: new TypeError('no such thing') }, 'Filter');
    nestLogger(logger()).error(new TypeError('no such thing'), 'Gateway');
    const err = { kind: 'TypeError', message: 'no such thing', stack: expect.arrayContaining([]) };
    expect(logged()[0]).toMatchObject({ level: 'error', from: 'Filter', route: 'listGoals', requestId: 'r1', err });
    expect(logged()[1]).toMatchObject({ from: 'Gateway', err });
  });

  it('names the route of a request and its id, never its address', async () => {
    const metrics = new Metrics();
    const app = express().use(observeRequests(logger(), metrics));
    app.get('/api/goals/:id', (_request, response) => void response.send('x'));
    const answer = await fetch(`${await listen(app)}/api/goals/secret-id?q=hush`);
    await answer.text();
    expect(logged()[0]).toMatchObject({
      route: '/api/goals/:id',
      status: 200,
      requestId: answer.headers.get('x-request-id'),
    });
    expect(lines[0]).not.toMatch(/secret-id|hush/);
    expect(await metrics.registry.metrics()).toContain('route="/api/goals/:id",status="200"');
  });
});

describe('the health of a server', () => {
  it('is ready while the database takes writes, and not while it ends', async () => {
    const database = await openTestDatabase(toySchema);
    const readiness = new Readiness(database.dataSource, alone);
    const url = await listen(express().get('/livez', livez).get('/readyz', readyz(readiness)));
    const ask = async (path: string) => (await fetch(url + path)).status;

    expect([await ask('/livez'), await ask('/readyz')]).toEqual([200, 200]);
    readiness.drain();
    expect([await ask('/livez'), await ask('/readyz')]).toEqual([200, 503]);
    await database.close();
    expect(await new Readiness(database.dataSource, alone).health()).toBe('not ready');
  });

  it('is ready but degraded while a line to the other processes is down', async () => {
    const database = { query: () => Promise.resolve([]) };
    const without = { carrier: { state: 'down' }, notices: { isUp: true } } as const;
    const url = await listen(express().get('/readyz', readyz(new Readiness(database, without))));
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([200, 'degraded']);
    expect(await new Readiness(database, { ...alone, notices: { isUp: false } }).health()).toBe('degraded');
    expect(await new Readiness(database, alone).health()).toBe('ready');
  });

  it('is not ready when the database does not answer in time', async () => {
    const silent = { query: () => new Promise<never>(() => {}) };
    expect(await new Readiness(silent, alone, 20).health()).toBe('not ready');
  });

  it('is shown by a dashboard that asks only for what it tells', async () => {
    const metrics = new Metrics().observeProcess();
    metrics.observeDocuments(() => ({ rooms: 0, bytes: 0, oldestUnsaved: 0 }));
    const told = new Set((await metrics.registry.getMetricsAsJSON()).map(({ name }) => name));
    const dashboard = await readFile(new URL('../../../../../docs/monitoring/grafana.json', import.meta.url), 'utf8');
    const asked = [...dashboard.matchAll(/"expr": "([^"]+)"/g)].flatMap(([, expr]) =>
      [...(expr ?? '').matchAll(/[a-z]+(?:_[a-z0-9]+)+(?=[[)])/g)].map(([name]) => name.replace(/_bucket$/, '')),
    );
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });

  it('tells its metrics on this machine only', async () => {
    const metrics = new Metrics();
    metrics.connections.inc({ kind: 'live' });
    const server = await serveMetrics(metrics, 0);
    servers.push(server);
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    expect(await (await fetch(`http://127.0.0.1:${portOf(server)}/metrics`)).text()).toContain(
      'ws_connections{kind="live"} 1',
    );
    expect((await fetch(`http://127.0.0.1:${portOf(server)}/`)).status).toBe(404);
  });
});
