import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { FakeVenue } from './fake/venue.ts';
import { code, scenes as states } from './order/scenes.ts';
import { comeBack, comeIn, expectAccessible, joinAsFriend, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('every page, by axe', () => {
  let browser: Browser;
  let dist: string;

  beforeAll(async () => {
    dist = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());

  const scenes: readonly (readonly [string, (page: Page, base: string, venue: FakeVenue) => Promise<void>])[] = [
    [
      'season',
      async (page, base) => {
        await page.goto(base);
        await page.getByText('King Lear').waitFor();
      },
    ],
    [
      'show',
      async (page, base) => {
        await page.goto(`${base}/show?id=lear`);
        await page.getByText('Captioned').waitFor();
      },
    ],
    [
      'join',
      async (page, base) => {
        await page.goto(`${base}/line?on-sale=friends`);
        await page.getByRole('button', { name: 'Take a place' }).click();
        await page.getByText('type your member number').waitFor();
      },
    ],
    [
      'line',
      async (page, base, venue) => {
        await joinAsFriend(page, base);
        await page.getByRole('heading', { name: 'You have a place' }).waitFor();
        await expectAccessible(page);
        venue.friends.draw();
        venue.friends.turn({ phase: 'paused', message: 'The foyer bar is open.' });
        await comeBack(page);
        await page.locator('.bill-number').waitFor();
        await page.getByRole('button', { name: 'Leave the line' }).click();
      },
    ],
    [
      'hall',
      async (page, base, venue) => {
        venue.houses.takenOf('lear-3').add('stalls-centre-A-1');
        await comeIn(page, base, venue);
        await page.getByRole('button', { name: /^Find the best/ }).click();
        await page.getByRole('heading', { name: 'Held for you' }).waitFor();
        await page.locator('[data-seat="stalls-centre-C-8"]').focus();
        await page.keyboard.press('Enter');
        await page.getByText('1 seat, £65').waitFor();
        await expectAccessible(page);
        venue.houses.takenOf('lear-3').add('stalls-centre-C-8');
        await page.getByRole('button', { name: /^Take Stalls, row C/ }).waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'List' }).click();
        await page.getByRole('button', { name: /^Stalls,/ }).click();
      },
    ],
    [
      'checkout',
      async (page, base, venue) => {
        await comeIn(page, base, venue);
        await page.getByRole('button', { name: /^Find the best/ }).click();
        await page.getByRole('link', { name: 'Check out' }).click();
        await page.getByRole('button', { name: /^Order for/ }).click();
        await page.getByText('type the name').waitFor();
      },
    ],
    [
      'checkout, order and order book',
      async (page, base, venue) => {
        const scene = { page, base, venue };
        await page.setViewportSize({ width: 360, height: 800 });
        const narrow = async () => {
          await expectAccessible(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        };
        await states.declined?.(scene);
        await narrow();
        await page.getByLabel('Which card').selectOption('approved');
        await page.getByRole('button', { name: /^Order for/ }).click();
        await page.getByRole('button', { name: 'Give these tickets back' }).click();
        await narrow();
        await page.getByRole('button', { name: 'Yes, give them back' }).click();
        await page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
        await narrow();
        await page.goto(`${base}/order-book`);
        await page.getByLabel('Staff key').fill(venue.orders.staffKey);
        await expectAccessible(page);
        await page.keyboard.press('Enter');
        await page.getByRole('rowheader').first().waitFor();
        await narrow();
      },
    ],
    [
      'paying, and an exchange at the box office',
      async (page, base, venue) => {
        const scene = { page, base, venue };
        await page.setViewportSize({ width: 360, height: 800 });
        await states.paying?.(scene);
        await expectAccessible(page);
        venue.orders.decide([...venue.orders.orders.keys()][0] ?? '', true);
        await page.reload();
        await code(scene).waitFor();
        await states['book-exchange']?.(scene);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      },
    ],
    [
      'not there',
      async (page, base) => {
        await page.goto(`${base}/nothing`);
      },
    ],
  ];

  test.each(scenes)('%s', async (_name, scene) => {
    const venue = new FakeVenue(dist, { opensAt: Date.now() + 600_000 });
    const base = await venue.open();
    const fan = await visit(browser);
    try {
      await scene(fan.page, base, venue);
      await expectAccessible(fan.page);
      expect(fan.complaints).toEqual([]);
    } finally {
      await fan.context.close();
      await venue.close();
    }
  });
});
