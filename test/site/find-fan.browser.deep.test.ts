import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import { header } from '../../contracts/paths.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { fansScenes, find, inLine, joinFriend, madeCode, openFans } from './control-room/fans/scenes.ts';
import { buy } from './theatre/orders.ts';
import { signInAs } from './theatre/staff.ts';
import { friend, openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('a fan on the telephone', () => {
  let browser: Browser;
  let theatre: Theatre;
  let desk: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite() });
    desk = await visit(browser, { width: 1280 });
  });
  afterEach(async () => {
    await desk.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });
  const scene = () => ({ page: desk.page, theatre });
  const seats = ['stalls-centre-E-1'];

  test('is found by the member number, and hears the number that the published draw gave', async () => {
    await inLine(scene());
    const page = await openFans(scene(), 'box-office');
    await page.getByLabel('What do they have?').fill(friend.member);
    await page.keyboard.press('Enter');
    const position = await theatre.friends.positionOf(theatre.fan);
    await page.getByText(`gave you number ${position}.`).waitFor();
    await page.getByText(`${position - 21} people are before you.`).waitFor();
    // Who sells at the counter helps with orders, and not in the line.
    expect(await page.getByRole('button', { name: 'Void this place' }).count()).toBe(0);
    expect(page.url()).not.toContain(friend.member);
    await expectAccessible(page);
  });

  test('is let in once more by a press, on top of the dial; a reason is asked for', async () => {
    const { receipt } = await joinFriend(theatre);
    await theatre.friends.draw();
    await theatre.friends.callUpTo(await theatre.friends.positionOf(theatre.fan));
    await theatre.stage.operators.turn('friends', { shopping: 0 });
    theatre.time.pass(30 * 60_000);
    await theatre.friends.tick();
    const claim = () =>
      theatre.stage.ask<{ position?: number }>('POST', api('POST lines/{onSale}/claim', { onSale: 'friends' }).url, {
        headers: { [header.receipt]: receipt },
      });
    expect((await claim()).status).toBe(409);
    const page = await openFans(scene(), 'ops');
    await find(page, friend.member);
    await page.getByRole('button', { name: 'Let them in once more' }).click();
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Say why').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Why').fill('The checkout failed');
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('They may come in once more').waitFor();
    await page.getByText('We let you in once more without waiting').waitFor();
    expect((await claim()).status).toBe(201);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('You are in: you may choose and pay').waitFor();
  });

  test('moves to another device by a code that is read out, and is there with the same number', async () => {
    await inLine(scene());
    const position = await theatre.friends.positionOf(theatre.fan);
    const desked = await openFans(scene(), 'box-office-supervisor');
    const code = await madeCode(desked);
    const fan = await visit(browser, { width: 360 });
    // A part that comes late takes neither the focus nor what is typed.
    let letIn: () => void = () => undefined;
    const typed = new Promise<void>((done) => {
      letIn = done;
    });
    await fan.page.route(/assets\/later-/, async (route) => {
      await typed;
      await route.continue();
    });
    await fan.page.goto(`${theatre.base}/line?on-sale=friends`);
    const late = fan.page.waitForResponse(/assets\/later-/);
    await fan.page.getByRole('button', { name: 'I have a code from the box office' }).click();
    // The field has the focus: who has a telephone at one ear types at once.
    await fan.page.waitForFunction(() => document.activeElement?.id === 'code');
    await fan.page.keyboard.type(code.slice(0, 4).toLowerCase());
    letIn();
    await (await late).finished();
    await fan.page.waitForFunction(() => document.querySelector('.apron > .messages:not([role])') !== null);
    await fan.page.keyboard.type(code.slice(4).toLowerCase());
    await fan.page.keyboard.press('Enter');
    await fan.page.locator('.bill-number').getByText(`${position}`).waitFor();
    await expectAccessible(fan.page);
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
  });

  test('has an order: its mails are there, a wrong address is corrected, and the mail goes to the right one', async () => {
    const bought = await buy(theatre, { fan: theatre.fan, performance: 'lear-3', seats });
    await signInAs(desk.page, theatre, 'box-office');
    const { page } = desk;
    await page.goto(`${theatre.base}/order-book#order=${bought.order}`);
    await page.getByRole('link', { name: 'The fan in the line' }).click();
    await page.getByText(`You have an order: ${bought.reference}.`).waitFor();
    await page.getByText('Tickets: the mail service took it').first().waitFor();
    await page.getByRole('button', { name: /^Correct the address/ }).click();
    await page.getByLabel('The right address').fill('ada@byron');
    await page.getByLabel('Why').fill('A letter was wrong');
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('Type an e-mail address such as ada@example.org').waitFor();
    await page.getByLabel('The right address').fill('ada@byron.example');
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('The address is corrected').waitFor();
    while (!theatre.stage.mailbox.some(({ to }) => to === 'ada@byron.example')) await theatre.time.wait(5);
    await page.getByRole('link', { name: 'In the order book' }).click();
    await page.getByRole('cell', { name: 'E-mail address corrected' }).waitFor();
  });

  test.each(['fans-nobody', 'fans-several', 'fans-masked', 'fans-lobby', 'fans-order', 'fans-code'])(
    '%s can be used by everybody, also on a phone',
    async (name) => {
      await fansScenes[name]?.(scene());
      const { page } = desk;
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 800 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    },
  );

  test('while a room does not answer, what the others know is shown', async () => {
    await inLine(scene());
    const page = await openFans(scene());
    await page.route('**/staff/orders', (route) => route.abort());
    await page.route('**/staff/holds', (route) => route.abort());
    await find(page, friend.member);
    await page.getByText('have been called so far').waitFor();
    await page.getByText('The order book does not answer').waitFor();
    await page.getByText('The seating does not answer').waitFor();
    expect(await page.getByText('No order was made').count()).toBe(0);
  });
});
