import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findBrowser } from '../browser.ts';
import { evenings } from './evening.ts';
import { ordersOf } from './theatre/orders.ts';
import { friend, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

/*
 * The page without JavaScript in a real browser whose JavaScript is off, as the theatre serves it. With
 * `STAMPEDE_SCREENS=1` it also writes screens/plain/*.png.
 */

const path = findBrowser();
const pictures = join(import.meta.dirname, '../../screens/plain');
const day = 86_400_000;

(path ? describe : describe.skip)('without JavaScript', () => {
  const evening = evenings({ width: 360, scripts: false });
  let theatre: Theatre;
  let base: string;
  let fan: Visit;

  beforeEach(async () => {
    ({ theatre, fan } = evening);
    ({ base } = theatre);
    await theatre.friends.crowd(40);
    await theatre.friends.tick();
  });

  const heading = (name: string, page = fan.page) => page.getByRole('heading', { name });
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
  const hasLeft = async () => (await theatre.friends.fan(theatre.fan))?.leftAt !== undefined;

  async function typeCard(): Promise<void> {
    await fan.page.getByLabel('Member number').fill(friend.member);
    await fan.page.getByLabel('Postcode').fill(friend.postcode);
  }

  async function takePlace(): Promise<void> {
    await fan.page.goto(`${base}/plain/friends`);
    await typeCard();
    await fan.page.getByRole('button', { name: 'Take a place' }).click();
    await heading('You have a place').waitFor();
  }

  /** The line's page as it is now, which does not come anew by itself. */
  async function look(page = fan.page): Promise<void> {
    // The handler remembers a board for a second.
    theatre.time.pass(1000);
    await page.goto(`${base}/plain/friends?still=1`);
  }

  test('a member joins, and the page shows the number and then the call by itself', async () => {
    const { friends, time, server } = theatre;
    const { page } = fan;
    await page.goto(`${base}/plain`);
    await page.getByRole('link', { name: 'Friends’ priority booking' }).click();
    await typeCard();
    await page.keyboard.press('Enter');
    await heading('You have a place').waitFor();
    expect(new URL(page.url()).search).toBe('');

    // Near the doors the page comes anew as often as it ever does.
    time.pass(friends.board.opensAt - time.now - 20_000);
    expect((await page.reload())?.headers().refresh).toBe('5');
    await friends.draw();
    const position = await friends.positionOf(theatre.fan);
    await page.getByText(`Your number ${position}`, { exact: true }).waitFor();
    await friends.callUpTo(position);
    await heading('It is your turn').waitFor();
    // Nothing was pressed since the fan joined, and nothing was claimed.
    expect(server.asked.filter((one) => one.startsWith('POST'))).toEqual(['POST /plain/friends']);
    const record = await friends.fan(theatre.fan);
    expect(record?.pin).toBeDefined();
    expect(record?.pass).toBeUndefined();
  });

  test('leaving takes two steps, by keyboard too', async () => {
    const { page } = fan;
    await takePlace();
    // Stopped, so that the page does not come anew under the fan's hands.
    await page.getByRole('link', { name: 'Stop refreshing' }).click();
    expect(await page.getByRole('button', { name: 'Yes, leave the line' }).isVisible()).toBe(false);
    await page.getByText('Leave the line', { exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await hasLeft()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You have left the line').waitFor();
    expect(await hasLeft()).toBe(true);
  });

  async function beDrawn(): Promise<void> {
    await takePlace();
    await theatre.friends.draw();
  }

  async function beCalled(): Promise<void> {
    await beDrawn();
    await theatre.friends.callUpTo(theatre.friends.board.drawn);
  }

  /** Each with the heading that no other has. */
  const scenes: readonly (readonly [name: string, shows: string, reach: () => Promise<void>])[] = [
    ['outside', 'Join the lobby', async () => undefined],
    ['lobby', 'You have a place', takePlace],
    [
      'waiting',
      'The line is paused',
      async () => {
        await beDrawn();
        const odds = { left: 40, room: 4, mean: 1.9, sd: 1.4, err: 0.2 };
        await theatre.friends.showBoard({ rate: 4, phase: 'paused', odds });
      },
    ],
    ['called', 'It is your turn', beCalled],
    ['shopping', 'You have your pass', bePassed],
    [
      'sold-out',
      'Sold out',
      async () => {
        await beDrawn();
        await theatre.friends.showBoard({ phase: 'sold-out' });
      },
    ],
    [
      'over',
      'This on-sale is over',
      async () => {
        await takePlace();
        theatre.time.pass(8 * day);
        await theatre.friends.tick();
      },
    ],
  ];

  test.each(scenes)('%s, by axe', async (name, shows, reach) => {
    const { page, context } = fan;
    await reach();
    await look();
    await heading(shows).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    // axe is a script: it needs a browser that runs some.
    const reader = await visit(evening.browser, { width: 360 });
    await reader.context.addCookies(await context.cookies());
    await look(reader.page);
    await heading(shows, reader.page).waitFor();
    await expectAccessible(reader.page);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
    if (process.env.STAMPEDE_SCREENS !== '1') return;
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  });

  async function bePassed(): Promise<void> {
    await beCalled();
    await look();
    await fan.page.getByRole('button', { name: 'Take my pass now' }).click();
    await heading('You have your pass').waitFor();
  }

  /** Picks from the best seats, and waits while the page comes anew by itself. */
  async function holdTwo(page = fan.page): Promise<void> {
    await page.getByRole('link', { name: 'Choose seats here' }).click();
    await findTwo(page);
  }

  async function findTwo(page = fan.page): Promise<void> {
    await page.getByRole('link', { name: 'King Lear' }).first().click();
    await page.getByLabel('How many seats?').selectOption('2');
    await page.getByRole('button', { name: 'Find the best seats' }).click();
    await page.getByText(/^Held for you until|Held for you until/).waitFor();
  }

  test('seats are found, let go, found again and ordered, and the order is there after a reload', async () => {
    const { page, context } = fan;
    await bePassed();
    await holdTwo();
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Let these go' }).click();
    await page.getByRole('button', { name: 'Let these go' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Back to the line' }).click();
    await holdTwo();
    const reader = await visit(evening.browser, { width: 360 });
    await reader.context.addCookies(await context.cookies());
    await reader.page.goto(`${base}/plain/friends/seats`);
    await expectAccessible(reader.page);
    await page.getByRole('button', { name: 'Go on to order' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example');
    await page.getByRole('button', { name: /^Order for £/ }).click();
    await page.getByText('Type an e-mail address such as ada@example.org.').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByRole('button', { name: /^Order for £/ }).click();
    await page.getByText(/^Pay the box office by/).waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    // Back, and the button again: it is the same order.
    await page.goBack();
    await page.getByRole('button', { name: /^Order for £/ }).click();
    await page.getByText(/^Pay the box office by/).waitFor();
    expect(await ordersOf(theatre)).toHaveLength(1);
    expect(page.url()).toBe(`${base}/plain/friends/orders`);
    await reader.page.goto(page.url());
    await reader.page.getByText(/^Pay the box office by/).waitFor();
    await expectAccessible(reader.page);
    // The performance is cancelled, and the fan chooses another date: by a form, pressed twice.
    const [order] = await ordersOf(theatre);
    const { operators, tending } = theatre.stage;
    await operators.cancelPerformance({
      performance: order?.items[0]?.performance ?? '',
      reason: 'The lead is ill.',
      choice: { dates: ['lear-4', 'lear-5'] },
    });
    await tending.orders();
    await reader.page.goto(page.url());
    await reader.page.getByRole('heading', { name: 'Another date, or your money back' }).waitFor();
    await expectAccessible(reader.page);
    await page.reload();
    await page.getByRole('radio').nth(1).check();
    expect(await widthOf(page)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Confirm my choice' }).click();
    await page.getByRole('heading', { name: 'See you there' }).waitFor();
    await page.goBack();
    expect(page.url()).toBe(`${base}/plain/friends/orders`);
    const [chosen] = await ordersOf(theatre);
    expect(chosen?.items.map(({ performance }) => performance)).toEqual([order?.items[0]?.performance, 'lear-5']);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });

  test('seats whose time ran out are said to be free again', async () => {
    const { page } = fan;
    await bePassed();
    await holdTwo();
    theatre.time.pass(9 * 60_000);
    await page.reload();
    await page.getByText('The time for your seats is over').waitFor();
    await findTwo();
    expect(await page.getByText('The time for your seats is over').count()).toBe(0);
  });

  test('seats without a pass are not offered, and a form of another site does nothing', async () => {
    const { page } = fan;
    await takePlace();
    await page.goto(`${base}/plain/friends/seats`);
    await heading('You have no pass just now').waitFor();
    await page.goto(`${base}/plain/friends/orders`);
    await page.getByText('You have ordered nothing in this line yet.').waitFor();
    const answer = await page.request.post(`${base}/plain/friends/orders`, {
      headers: { 'sec-fetch-site': 'cross-site' },
      form: { act: 'begin', slip: 's1.x' },
    });
    expect(answer.status()).toBe(403);
  });

  test('the longest words fit a narrow phone', async () => {
    const { page, context, complaints } = await visit(evening.browser, { width: 320, scheme: 'dark', scripts: false });
    for (const language of ['de', 'cy', 'fr', 'es']) {
      await context.addCookies([{ name: 'stampede-language', value: language, url: `${base}/` }]);
      for (const address of ['/plain/friends', '/plain']) {
        await page.goto(base + address);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await widthOf(page)).toBeLessThanOrEqual(320);
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
