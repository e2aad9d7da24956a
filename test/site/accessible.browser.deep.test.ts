import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { code, scenes as states, theatres } from './order/scenes.ts';
import { orderOf } from './theatre/orders.ts';
import { signInAs } from './theatre/staff.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { comeBack, comeIn, expectAccessible, expectToFit, joinAsFriend, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('every page, by axe', () => {
  let browser: Browser;
  let site: string;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());

  const scenes: readonly (readonly [string, (page: Page, theatre: Theatre) => Promise<void>])[] = [
    [
      'season',
      async (page, { base }) => {
        await page.goto(base);
        await page.getByText('King Lear').waitFor();
      },
    ],
    [
      'show',
      async (page, { base }) => {
        await page.goto(`${base}/show?id=lear`);
        await page.getByText('Captioned').waitFor();
      },
    ],
    [
      'join',
      async (page, { base }) => {
        await page.goto(`${base}/line?on-sale=friends`);
        await page.getByRole('button', { name: 'Take a place' }).click();
        await page.getByText('type your member number').waitFor();
      },
    ],
    [
      'line',
      async (page, theatre) => {
        await joinAsFriend(page, theatre.base);
        await page.getByRole('heading', { name: 'You have a place' }).waitFor();
        await expectAccessible(page);
        await theatre.friends.crowdAhead(theatre.fan, 20);
        await theatre.friends.draw();
        await theatre.stage.operators.turn('friends', { paused: true, message: 'The foyer bar is open.' });
        await theatre.friends.tick();
        await comeBack(page);
        await page.locator('.bill-number').waitFor();
        await page.getByRole('button', { name: 'Leave the line' }).click();
      },
    ],
    [
      'hall',
      async (page, theatre) => {
        await comeIn(page, theatre);
        await theatre.others.take('lear-3', ['stalls-centre-A-1']);
        await page.getByRole('button', { name: /^Find the best/ }).click();
        await page.getByRole('heading', { name: 'Held for you' }).waitFor();
        await page.locator('[data-seat="stalls-centre-C-8"]').focus();
        await page.keyboard.press('Enter');
        await page.getByText('1 seat, £65').waitFor();
        await expectAccessible(page);
        await theatre.others.take('lear-3', ['stalls-centre-C-8']);
        await page.getByRole('button', { name: /^Take Stalls, row C/ }).waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'List' }).click();
        await page.getByRole('button', { name: /^Stalls,/ }).click();
      },
    ],
    [
      'checkout',
      async (page, theatre) => {
        await comeIn(page, theatre);
        await page.getByRole('button', { name: /^Find the best/ }).click();
        await page.getByRole('link', { name: 'Check out' }).click();
        await page.getByRole('button', { name: /^Order for/ }).click();
        await page.getByText('type the name').waitFor();
      },
    ],
    [
      'checkout, order and order book',
      async (page, theatre) => {
        const scene = { page, theatre };
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
        await page.goto(`${theatre.base}/order-book`);
        await page.getByRole('button', { name: 'Sign in' }).waitFor();
        await expectAccessible(page);
        await signInAs(page, theatre, 'box-office');
        await page.goto(`${theatre.base}/order-book`);
        await page.getByRole('rowheader').first().waitFor();
        await narrow();
      },
    ],
    [
      'paying, and an exchange at the box office',
      async (page, theatre) => {
        const scene = { page, theatre };
        await page.setViewportSize({ width: 360, height: 800 });
        await states.paying?.(scene);
        await expectAccessible(page);
        await theatre.pay((await orderOf(theatre)).order, '4242424242424242');
        await page.reload();
        await code(scene).waitFor();
        await states['book-exchange']?.(scene);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      },
    ],
    [
      'not there',
      async (page, { base }) => {
        await page.goto(`${base}/nothing`);
      },
    ],
  ];

  test.each(scenes)('%s', async (name, scene) => {
    const theatre = await openTheatre({ site, ...(name.startsWith('paying') && theatres.paying?.()) });
    const fan = await visit(browser);
    try {
      await scene(fan.page, theatre);
      await expectAccessible(fan.page);
      await expectToFit(fan.page);
      expect(fan.complaints).toEqual([]);
      expect(theatre.stage.faults).toEqual([]);
    } finally {
      await fan.context.close();
      await theatre.close();
    }
  });

  test('the title of a poster is all there, however wide the letters of a device are', async () => {
    const theatre = await openTheatre({ site });
    const { page, context } = await visit(browser, { width: 1280 });
    await page.goto(theatre.base);
    await page.getByText('King Lear').waitFor();
    const [words, shown] = await page.evaluate(() => {
      const title = document.querySelector<HTMLElement>('.poster-title') as HTMLElement;
      title.textContent = 'The Lanternmaker’s Daughter';
      // A quarter of an em more for each letter: the widest faces that phones have.
      title.style.letterSpacing = '0.25em';
      return [title.scrollWidth, title.clientWidth] as const;
    });
    expect(words).toBeLessThanOrEqual(shown);
    await context.close();
    await theatre.close();
  });
});
