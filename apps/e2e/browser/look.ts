import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Faults are sentences, so that a failing story says by itself what to mend. */
export type Faults = string[];

const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What axe finds serious or critical in what is shown now. */
export async function axeFaults(page: Page): Promise<Faults> {
  return runAxe(page, { type: 'tag', values: standard });
}

/** The same in the other theme, where nothing but colours can differ. */
export async function darkFaults(page: Page): Promise<Faults> {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const faults = await runAxe(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  return faults.map((fault) => `dark: ${fault}`);
}

async function runAxe(page: Page, runOnly: axe.RunOnly): Promise<Faults> {
  // As an expression of the debugger's: the content security policy lets no page load it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations'], preload: false } satisfies axe.RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
}

/** Widths at which something stands out at the side. */
export async function widthFaults(page: Page, widths: readonly number[]): Promise<Faults> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const faults: Faults = [];
  for (const each of widths) {
    await page.setViewportSize({ width: each, height });
    // Not against innerWidth: on a phone the window widens to what stands out of it.
    const whole = await page.evaluate(() => document.documentElement.scrollWidth);
    if (whole > each) faults.push(`at ${each} the screen is ${whole} wide: ${await page.evaluate(widest, each)}`);
  }
  await page.setViewportSize({ width, height });
  return faults;
}

/** What stands out at the side once the letters are this much bigger, as a reader may set them. */
export async function letterFaults(page: Page, percent: number): Promise<Faults> {
  const width = page.viewportSize()?.width ?? 0;
  await page.evaluate((size) => (document.documentElement.style.fontSize = size), `${percent}%`);
  const whole = await page.evaluate(() => document.documentElement.scrollWidth);
  const fault =
    whole > width ? `with letters of ${percent} % it is ${whole} wide: ${await page.evaluate(widest, width)}` : '';
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return fault ? [fault] : [];
}

function widest(limit: number): string {
  const [found] = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && element.checkVisibility())
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right);
  return found?.outerHTML.slice(0, 160) ?? 'by nothing that shows';
}

/** Controls narrower or lower than this; links in sentences may be as high as their line, titles of cards 24 px. */
export async function sizeFaults(page: Page, least: 24 | 44): Promise<Faults> {
  return page.evaluate(smallControls, least);
}

function smallControls(least: number): string[] {
  const selector =
    'a[href], button, input, select, textarea, summary, [tabindex="0"], ' +
    ['button', 'tab', 'switch', 'checkbox', 'radio', 'menuitem', 'menuitemradio', 'option']
      .map((role) => `[role=${role}]`)
      .join(', ');
  const isReachable = (control: Element) =>
    control.checkVisibility({ visibilityProperty: true }) &&
    control.closest('[inert], [aria-hidden=true]') === null &&
    control.getBoundingClientRect().bottom > 0;
  const isInSentence = (control: Element) => {
    if (control.tagName !== 'A' || getComputedStyle(control).display !== 'inline') return false;
    const around = control.closest('p, li, dd, td')?.textContent ?? '';
    return around.trim().length > (control.textContent ?? '').trim().length;
  };
  const isTitle = (control: Element) => control.matches('h2 a, h3 a');
  /** A title which lies over its whole row is as big as the row. */
  const spreadOf = (control: Element) => {
    const over = getComputedStyle(control, '::after');
    if (over.position !== 'absolute' || over.content === 'none') return control;
    let row = control.parentElement;
    while (row && getComputedStyle(row).position === 'static') row = row.parentElement;
    return row ?? control;
  };
  const sizeOf = (control: Element) => {
    const label = control instanceof HTMLInputElement ? (control.labels?.[0] ?? control) : spreadOf(control);
    const [own, around] = [control.getBoundingClientRect(), label.getBoundingClientRect()];
    return { width: Math.max(own.width, around.width), height: Math.max(own.height, around.height) };
  };
  return [...document.querySelectorAll(selector)]
    .filter((control) => isReachable(control) && !isInSentence(control))
    .map((control) => ({ control, ...sizeOf(control) }))
    .filter(({ control, width, height }) => Math.min(width, height) < (isTitle(control) ? 24 : least) - 0.5)
    .map(({ control, width, height }) => {
      const words = control.getAttribute('aria-label') ?? (control.textContent?.trim() || control.outerHTML);
      return `${Math.round(width)}×${Math.round(height)} is too small: ${words.slice(0, 80)}`;
    });
}

/** What a reader who comes here must be told: the heading has the focus and the window has a name. */
export async function arrivalFaults(page: Page): Promise<Faults> {
  const { focused, title } = await page.evaluate(() => ({
    focused: document.activeElement?.tagName ?? 'nothing',
    title: document.title,
  }));
  return [
    ...(focused === 'H1' ? [] : [`the focus is on ${focused}, not on the heading`]),
    ...(/^\S.* · \S/.test(title) ? [] : [`the title says “${title}”`]),
  ];
}
