import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../contracts/languages.ts';
import { findBrowser, openBrowser, openContext } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { holdFor } from './order/scenes.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the language of the pages', () => {
  let browser: Browser;
  let site: string;
  let theatre: Theatre;
  let base: string;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site, opensIn: 3 * 24 * 60 });
    ({ base } = theatre);
  });
  afterEach(() => theatre.close());

  const spoken = (page: Page) => page.evaluate(() => document.documentElement.lang);

  test('it is the browser’s, until the fan chooses; the choice holds on the next page and the next day', async () => {
    const { page, context, complaints } = await visit(browser, { locale: 'de-AT', width: 360 });
    await page.goto(base);
    await page.getByText('14 Vorstellungen').first().waitFor();
    expect(await spoken(page)).toBe('de');

    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.getByText('14 perfformiad').first().waitFor();
    expect(await spoken(page)).toBe('cy');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('link', { name: 'Cymraeg' }).getAttribute('aria-current')).toBe('true');

    await page.getByRole('link', { name: /King Lear/ }).click();
    await page.getByRole('heading', { name: 'Dewis dyddiad' }).waitFor();
    await page.getByRole('heading', { name: 'Mehefin 2027' }).waitFor();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'stampede-language', value: 'cy', sameSite: 'Lax', secure: true });
    expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 300 * 86_400);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the address keeps what it asks for, and what stands behind its #', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${base}/show?id=lear#dates`);
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Choisissez une date' }).waitFor();
    expect(page.url()).toBe(`${base}/show?id=lear#dates`);
    await context.close();
  });

  test('one can go there and back, and the page is never the one of before', async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${base}/show?id=lear`);
    for (const [name, heading] of [
      ['Español', 'Elija una fecha'],
      ['English', 'Choose a date'],
      ['Español', 'Elija una fecha'],
    ] as const) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    await context.close();
  });

  test.each(languages)(
    'in %s nothing is cut off on a small phone, and each language can be pressed',
    async (language) => {
      const { page, context, complaints } = await visit(browser, { locale: language, width: 360 });
      const ready: readonly (readonly [string, string])[] = [
        ['/', '.posters'],
        ['/show?id=lear', '.dates'],
        ['/line?on-sale=friends', '.languages'],
        ['/hall?performance=lear-3', '.best [type=submit]'],
        ['/checkout', '.priced-seat select'],
      ];
      const pass = await holdFor(theatre, 'ada', 2);
      for (const [address, there] of ready) {
        await page.goto(base + address);
        await page.locator(there).first().waitFor();
        expect(await spoken(page)).toBe(language);
        const [wide, targets] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          [...document.querySelectorAll('.languages a')].map((link) => Math.round(link.getBoundingClientRect().height)),
        ]);
        expect({ address, wide }).toEqual({ address, wide: 360 });
        expect(Math.min(...(targets as number[]))).toBeGreaterThanOrEqual(24);
        // Once is enough: all but the words is as in English (accessible.browser.deep.test.ts).
        if (language === 'cy' && address === '/') await expectAccessible(page);
        // The hall has its form only for somebody with a pass.
        if (address.startsWith('/line'))
          await page.evaluate((kept) => localStorage.setItem('stampede.pass.friends', JSON.stringify(kept)), pass);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test('without JavaScript too, as far as a page goes without it', async () => {
    const context = await openContext(browser, { javaScriptEnabled: false, locale: 'fr' });
    const page = await context.newPage();
    const said = () => page.locator('noscript p').textContent();
    await page.goto(`${base}/checkout`);
    expect(await said()).toContain('Cette page a besoin de JavaScript.');
    await page.goto(`${base}/?lang=es`);
    expect(await said()).toContain('Vaya a la página sencilla');
    await page.goto(`${base}/show?id=lear`);
    expect(await said()).toContain('Esta página necesita JavaScript.');
    await context.close();
  });
});
