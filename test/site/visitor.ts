import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { openContext } from '../browser.ts';
import { tooWide } from './layout/seen.ts';
import type { Theatre } from './theatre/theatre.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The complaints of the browser: faults of ours, and refusals of the content policy. */
  readonly complaints: string[];
}

/** Somebody with a phone of their own. */
export async function visit(
  browser: Browser,
  options: { scheme?: 'light' | 'dark'; width?: number; locale?: string; scripts?: boolean } = {},
): Promise<Visit> {
  const { scheme = 'light', width = 390, locale = 'en-GB', scripts = true } = options;
  const context = await openContext(browser, {
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    // The browser also logs every answer of 4xx and 5xx, which the pages handle.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints };
}

/**
 * Comes back to the page until it looks at the board again: a look that is under way just then swallows a return. A
 * page that looks at no board is come back to all the same.
 */
export async function comeBack(page: Page): Promise<void> {
  let looked = false;
  const see = (request: Request) => {
    looked ||= /board\.json/.test(request.url());
  };
  page.on('request', see);
  for (let attempt = 0; attempt < 40 && !looked; attempt += 1) {
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    if (!looked) await page.waitForTimeout(25);
  }
  page.off('request', see);
}

/** Hides the page from itself, as a phone in a pocket does, until `look` is called. */
export async function pocket(page: Page): Promise<{ look: () => Promise<void> }> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  return {
    look: () =>
      page.evaluate(() => {
        Reflect.deleteProperty(document, 'visibilityState');
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  };
}

export async function joinAsFriend(page: Page, base: string, query = ''): Promise<void> {
  await page.goto(`${base}/line?on-sale=friends${query}`);
  await page.getByLabel('Member number').fill('A1001');
  await page.getByLabel('Postcode').fill('PO19 6AP');
  await page.getByRole('button', { name: 'Take a place' }).click();
}

/** From the line into the hall of a performance, with a pass. */
export async function comeIn(page: Page, { base, friends }: Theatre, performance = 'lear-3'): Promise<void> {
  await joinAsFriend(page, base, `&performance=${performance}`);
  await page.getByRole('heading', { name: 'You have a place' }).waitFor();
  await friends.draw();
  await friends.callUpTo(friends.board.drawn);
  await comeBack(page);
  await page.getByRole('link', { name: 'Choose your seats' }).click();
  await page.getByRole('button', { name: /^Find the best/ }).waitFor();
}

/** Nothing is wider than the window, with letters of their own size and for a reader who has set theirs twice as large. */
export async function expectToFit(page: Page): Promise<void> {
  const { expect } = await import('@jest/globals');
  const devtools = await page.context().newCDPSession(page);
  for (const standard of [32, 16]) {
    await devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
    // What covers the window, such as an answer at the door, is as wide as it likes beside the page.
    const isWider = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('[role=alertdialog], dialog[open]')].some(
        ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
      ),
    );
    expect({ standard, wide: isWider ? await page.evaluate(tooWide) : [] }).toEqual({ standard, wide: [] });
  }
  await devtools.detach();
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with what axe found, in light and in dark, as somebody who mends it would want to read it. */
export async function expectAccessible(page: Page): Promise<void> {
  // Here and not above, for test/site/screens/line.ts, which is no test.
  const { expect } = await import('@jest/globals');
  // It stays in the page until that is left.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  // An element that lies half under the masthead just now would count as too small to press.
  await page.evaluate(() => window.scrollTo(0, 0));
  const run = async (options: object) => {
    const { violations } = await page.evaluate(
      (chosen) => (globalThis as unknown as { axe: { run: (how: object) => Promise<AxeResults> } }).axe.run(chosen),
      // Else it names every sound element as well, which takes minutes in a hall of a thousand seats.
      { ...options, resultTypes: ['violations'] },
    );
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map(({ target }) => target.join(' ')),
    }));
  };
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run({ runOnly: everything });
  await page.emulateMedia({ colorScheme: 'dark' });
  // Only colours differ between the two.
  const dark = await run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
  expect({ light, dark }).toEqual({ light: [], dark: [] });
}
