import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Caller } from './ask.js';
import { laptop, openBrowser, openScreen, type Screen } from './browser.js';
import { RunningServer } from './server.js';
import { setTable, type Table } from './table.js';

/** Where the stories of one file play: a server of its own, one browser, and two firms at one table. */
export class Stage {
  private screens: Screen[] = [];

  private constructor(
    readonly server: RunningServer,
    readonly table: Table,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    const [server, browser] = await Promise.all([RunningServer.start(), openBrowser()]);
    return new Stage(server, await setTable(server), browser);
  }

  /** A fresh browser in which nobody is signed in. */
  async stranger(device: BrowserContextOptions = laptop): Promise<Screen> {
    const screen = await openScreen(this.browser, this.server.url, device);
    this.screens.push(screen);
    return screen;
  }

  /** A fresh browser of this person, at an address of their partnership. */
  async enter(who: 'hadi' | 'siti' | Caller, path: string, device: BrowserContextOptions = laptop): Promise<Screen> {
    const screen = await this.stranger(device);
    const { cookie } = typeof who === 'string' ? this.table[who].caller : who;
    const [name = '', value = ''] = cookie.split('=');
    await screen.context.addCookies([{ name, value, url: this.server.url }]);
    await screen.page.goto(this.address(path));
    await screen.page.getByRole('heading', { level: 1 }).waitFor();
    return screen;
  }

  address = (path: string): string => `/k/${this.table.partnershipId}${path}`;

  /** The address under which the pages read this of the partnership. */
  api = (path: string): string => `/api/partnerships/${this.table.partnershipId}${path}`;

  /** Closes the browsers of a story, in which nothing may have gone wrong. */
  async clear(): Promise<void> {
    const screens = this.screens.splice(0);
    await Promise.all(screens.map(({ context }) => context.close()));
    expect(screens.flatMap(({ faults }) => faults)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}

/** Sets the stage for the stories of a file and takes it down after them; answers it once it stands. */
export function useStage(): () => Stage {
  // A server, a database and two browsers on a busy machine of two cores.
  jest.setTimeout(120_000);
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());
  return () => stage;
}
