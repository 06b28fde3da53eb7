import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { RunningServer } from '../browser/server.js';
import { setTable } from '../browser/table.js';
import { outlive } from './endless-kills.js';
import { openWorld, type World } from './endure.js';

describe('words that were called saved, on the embedded database', () => {
  let server: RunningServer;
  let world: World;
  beforeAll(async () => {
    server = await RunningServer.start();
    world = await openWorld([server], await setTable(server));
  }, 90_000);
  afterAll(() => server.stop());

  it('outlive kills of the server', async () => {
    const kill = async () => {
      await server.kill();
      await server.run();
    };
    await outlive(world, { of: 'server on the embedded database', everyday: 10, kill });
  }, 3_600_000);
});
