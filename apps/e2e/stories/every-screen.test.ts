import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { settle, stepTo, uncover } from '../browser/arrive.js';
import { laptop, openBrowser, openScreen, phone, type Screen } from '../browser/browser.js';
import { Demo, type Viewer } from '../browser/demo.js';
import { arrivalFaults, axeFaults, darkFaults, type Faults, sizeFaults, widthFaults } from '../browser/look.js';
import { type ProductScreen, screens } from '../browser/screens.js';
import { RunningServer } from '../browser/server.js';
import { strangeWords } from '../browser/strange-words.js';

/** Still, so that no colour is measured on its way to another. */
const devices = {
  phone: { options: { ...phone, reducedMotion: 'reduce' }, least: 44, widths: [320, 390] },
  laptop: { options: { ...laptop, reducedMotion: 'reduce' }, least: 24, widths: [900, 1280] },
} as const;
type Device = keyof typeof devices;

let server: RunningServer;
let browser: Browser;
let demo: Demo;
beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start({ DEMO: '1' }), openBrowser()]);
  demo = await Demo.open(server.url);
}, 180_000);
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
    const { least, widths } = devices[this.device];
    const moves = await stepTo(page, screen, demo.places);
    await settle(page, screen);
    const found = [
      ...(moves && !screen.isOver ? await arrivalFaults(page) : []),
      ...(await axeFaults(page)),
      ...(await darkFaults(page)),
      ...(await sizeFaults(page, least)),
      ...(await widthFaults(page, widths)),
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

describe.each(['id', 'en'] as const)('the product in “%s”', (language) => {
  const tours = { phone: new Tour('phone', language), laptop: new Tour('laptop', language) };
  beforeAll(() => demo.speak(language));
  afterAll(() => Promise.all([tours.phone.end(), tours.laptop.end()]));

  const looked = screens
    .filter(({ isWordy }) => language === 'id' || isWordy)
    .map((screen) => [screen.name, screen] as const);
  it.each(looked)('shows “%s” to everybody: seen, reached, read and heard, light and dark', async (_name, screen) => {
    const faults = await Promise.all([tours.phone.faultsAt(screen), tours.laptop.faultsAt(screen)]);
    expect(faults.flat()).toEqual([]);
  });
});
