import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import { languageCookie, languages } from '../../contracts/languages.ts';
import type { LineLevers } from '../../contracts/levers.ts';
import { seatsInOrder } from '../../contracts/plan.ts';
import { isGeneral } from '../../rules/access-seats.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { shiftOf, tooWide, watchPainting } from './layout/seen.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { comeBack, visit } from './visitor.ts';

const path = findBrowser();

/** What a fan reads of a page, but for the time that is left. */
const shapeOf = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.masthead, main h1, main h2, .hoarding, .show-about, .month, .show-card, .small-print',
      ),
    ]
      .filter((element) => !element.closest('.on-sale'))
      // The template has spaces between its elements, and classes for the colours that no style may say.
      .map((element) => `${element.className.split(' ')[0]}: ${element.textContent?.replace(/\s+/g, '')}`),
  );

(path ? describe : describe.skip)('pages that are published', () => {
  let browser: Browser;
  let theatre: Theatre;
  beforeAll(async () => {
    browser = await openBrowser(path as string);
    theatre = await openTheatre({ site: builtSite() });
  });
  afterAll(async () => {
    await theatre.close();
    await browser.close();
  });

  const pages = [
    ['/', '.posters li', '.on-sale [role="timer"]', '.show-card'],
    ['/shows/lear', '.date', '.chips + [role="status"]', '.date a'],
  ] as const;

  test.each(pages)(
    '%s says the same before any script as after it, and nothing moves',
    async (address, whole, drawn, focused) => {
      const reader = await visit(browser, { width: 360, scripts: false });
      await reader.page.goto(`${theatre.base}${address}`);
      await reader.page.locator(whole).first().waitFor();
      const before = await shapeOf(reader.page);
      await reader.page.getByRole('link', { name: /^No script/ }).click();
      expect(new URL(reader.page.url()).pathname).toBe('/plain');

      const fan = await visit(browser, { width: 360 });
      await fan.page.addInitScript(watchPainting);
      const held = Promise.withResolvers<void>();
      await fan.page.route('**/config.json', (route) => held.promise.then(() => route.continue()));
      await fan.page.goto(`${theatre.base}${address}`);
      const link = fan.page.locator(focused).first();
      await link.focus();
      held.resolve();
      await fan.page.locator(drawn).first().waitFor({ state: 'attached' });
      expect(await shapeOf(fan.page)).toEqual(before);
      // The link is the same, and still in focus; the colours of the file have given way to the page's own.
      expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await fan.page.locator('[class*="paper-"]').count()).toBe(0);
      expect((await fan.page.evaluate(shiftOf)).shift).toBeLessThan(0.05);
      // The content policy takes the facts for search engines, and has nothing to complain of.
      expect(fan.complaints).toEqual([]);
      await Promise.all([reader.context.close(), fan.context.close()]);
    },
  );

  test('an address that names a language is in it, and the fan goes on in it', async () => {
    const { page, context } = await visit(browser, { locale: 'fr-FR' });
    await page.goto(`${theatre.base}/de/shows/lear`);
    await page.locator('.chips + [role="status"]').waitFor({ state: 'attached' });
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.locator('html[lang="cy"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/shows/lear');
    await context.close();
  });

  test('once the doors are open each date says how full it is, and when that was counted', async () => {
    const open = await openTheatre({ site: builtSite(), opensIn: -1 });
    const general = open.plan.sections.flatMap((section) => seatsInOrder(section)).filter(isGeneral);
    const ids = (seats: typeof general) => seats.map(({ id }) => id);
    await open.others.take('lear-1', ids(general.slice(0, -8)));
    await open.others.take('lear-2', ids(general.filter(({ category }) => category !== 'a')));
    const { page, context, complaints } = await visit(browser, { width: 360 });
    await page.addInitScript(watchPainting);
    await page.goto(`${open.base}/shows/lear`);
    // Nobody has counted yet, so nothing is said.
    await page.getByText('Nobody can say right now').waitFor();
    await open.stage.tending.countSeats();
    await page.reload();
    await page.getByText(/^Seats left as of \d\d:\d\d/).waitFor();
    expect(await page.locator('.date-left').first().textContent()).toBe('Few seats left');
    expect(await page.locator('.date-price').nth(1).textContent()).toContain('from £65');
    expect(await page.locator('.date-left').nth(2).textContent()).toBe('Plenty of seats');
    expect((await page.evaluate(shiftOf)).shift).toBeLessThan(0.05);
    expect(await page.evaluate(tooWide)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
    await open.close();
  });

  test('doors that staff moved are as they said, once somebody comes back to the page', async () => {
    const own = await openTheatre({ site: builtSite(), opensIn: 10 });
    const { method, url } = api('POST staff/lines/{onSale}/levers', { onSale: 'public' });
    const boss = own.staffOf('ops');
    async function move(opensAt: number | 'now', key: string): Promise<void> {
      const { body } = await own.stage.ask<LineLevers>('GET', url, boss);
      const act = { act: 'move-doors', opensAt, reason: 'the trains are late', seen: body.turns, key };
      expect(await own.stage.ask(method, url, { ...boss, body: act })).toMatchObject({ body: { outcome: 'done' } });
      await own.public.tick();
    }
    const { page, context, complaints } = await visit(browser, { width: 1280 });
    const line = page.locator('.on-sale', { hasText: 'General booking' });
    await page.goto(`${own.base}/`);
    await line.getByText(/^(0?9|10):\d\d$/).waitFor();
    await move(own.time.now + 3 * 3_600_000, 'the-doors-are-held-late');
    await comeBack(page);
    await line.getByText(/^0?[23]:\d\d:\d\d$/).waitFor();
    await move('now', 'the-doors-are-opened');
    await comeBack(page);
    await line.getByText('The doors are open').waitFor();
    await page.goto(`${own.base}/shows/lear`);
    await page.locator('.show-sales div', { hasText: 'everyone' }).getByText('The doors are open').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
    await own.close();
  });

  test('before the doors a date leads to its hall, which may be looked at', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${theatre.base}/shows/lear`);
    await page
      .getByRole('link', { name: /^See the seats/ })
      .first()
      .click();
    await page.getByRole('link', { name: /^To the line:/ }).waitFor();
    expect(await page.getByRole('link', { name: /^To the line/ }).count()).toBe(1);
    await context.close();
  });

  test('none is wider than a phone, in any language, also in letters twice as large', async () => {
    const large = await openBrowser(path as string, ['--blink-settings=defaultFontSize=32']);
    const found: string[] = [];
    for (const chrome of [browser, large]) {
      const { page, context } = await visit(chrome, { width: 360 });
      for (const language of languages) {
        await context.addCookies([{ name: languageCookie, value: language, url: theatre.base }]);
        for (const [address, whole] of [...pages, ['/hall?performance=lear-3', '.plan-buttons']] as const) {
          await page.goto(`${theatre.base}${address}`);
          await page.locator(whole).first().waitFor();
          found.push(...(await page.evaluate(tooWide)).map((what) => `${address} in ${language}: ${what}`));
        }
      }
      await context.close();
    }
    await large.close();
    expect(found).toEqual([]);
  });
});
