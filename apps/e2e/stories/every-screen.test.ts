import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { settle, stepTo, uncover } from '../browser/arrive.js';
import { laptop, openBrowser, openScreen, phone, type Screen } from '../browser/browser.js';
import { Demo, type Viewer } from '../browser/demo.js';
import {
  arrivalFaults,
  axeFaults,
  darkFaults,
  type Faults,
  letterFaults,
  sizeFaults,
  widthFaults,
} from '../browser/look.js';
import { type ProductScreen, screens } from '../browser/screens.js';
import { RunningServer } from '../browser/server.js';
import { strangeWords } from '../browser/strange-words.js';

/** Still, so that no colour is measured on its way to another. */
const devices = {
  phone: { options: { ...phone, reducedMotion: 'reduce' }, least: 44, widths: [320, 390], letters: 130 },
  laptop: { options: { ...laptop, reducedMotion: 'reduce' }, least: 24, widths: [900, 1280], letters: 200 },
} as const;
type Device = keyof typeof devices;

jest.setTimeout(60_000);

let server: RunningServer;
let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start({ DEMO: '1' }), openBrowser()]);
  demo = await Demo.open(server.url);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** One browser that goes from screen to screen as one person; another person takes a fresh one. */
class Tour {
  private sitting: (Screen & { viewer: Viewer }) | undefined;

  constructor(
    private readonly device: Device,
    private readonly language: 'id' | 'en',
  ) {}

  /** Everything that is wrong with this screen on this device. */
  async faultsAt(screen: ProductScreen): Promise<Faults> {
    if (screen.only && screen.only !== this.device) return [];
    const { page, faults } = await this.sit(screen.viewer ?? 'member');
    const { least, widths, letters } = devices[this.device];
    const moves = await stepTo(page, screen, demo.places);
    await settle(page, screen);
    const found = [
      ...(moves && !screen.isOver ? await arrivalFaults(page) : []),
      ...(await axeFaults(page)),
      ...(await darkFaults(page)),
      ...(await sizeFaults(page, least)),
      ...(await widthFaults(page, widths)),
      ...(await letterFaults(page, letters)),
      ...(this.language === 'en' ? await strangeWords(page) : []),
      ...faults.splice(0),
    ];
    await uncover(page);
    return found.map((fault) => `${this.device}: ${fault}`);
  }

  async end(): Promise<void> {
    await this.sitting?.context.close();
    this.sitting = undefined;
  }

  private async sit(viewer: Viewer): Promise<Screen> {
    if (this.sitting?.viewer === viewer) return this.sitting;
    await this.end();
    const screen = await openScreen(browser, server.url, devices[this.device].options);
    await screen.page.addInitScript((spoken) => localStorage.setItem('mufakat.language', spoken), this.language);
    await demo.seat(screen.context, viewer);
    await screen.page.goto(viewer === 'guest' ? '/undangan' : '/bantuan');
    await screen.page.locator('main h1').waitFor();
    this.sitting = { ...screen, viewer };
    return screen;
  }
}

const named = (some: readonly ProductScreen[]) => some.map((screen) => [screen.name, screen] as const);

describe('on a phone and a laptop, light and dark, everybody can see, reach and hear', () => {
  const tours = [new Tour('phone', 'id'), new Tour('laptop', 'id')];
  beforeAll(() => demo.speak('id'));
  afterAll(() => Promise.all(tours.map((tour) => tour.end())));

  it.each(named(screens))('%s', async (_name, screen) => {
    const faults = await Promise.all(tours.map((tour) => tour.faultsAt(screen)));
    expect(faults.flat()).toEqual([]);
  });
});

describe('somebody who reads English finds no Indonesian and nothing unsaid at', () => {
  const tour = new Tour('phone', 'en');
  beforeAll(() => demo.speak('en'));
  afterAll(() => tour.end());

  it.each(named(screens.filter(({ isWordy }) => isWordy)))('%s', async (_name, screen) => {
    expect(await tour.faultsAt(screen)).toEqual([]);
  });
});
