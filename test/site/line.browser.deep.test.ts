import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { comeBack, joinAsFriend, pocket, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the line page', () => {
  let browser: Browser;
  let site: string;
  let theatre: Theatre;
  let base: string;
  let fan: Visit;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site });
    ({ base } = theatre);
    fan = await visit(browser);
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const number = (page: Visit['page']) => page.locator('.bill-number').textContent();
  /** Doors open, and everybody is called. */
  const callAll = async () => {
    const { friends } = theatre;
    await friends.crowd(50);
    await friends.draw();
    await friends.callUpTo(friends.board.drawn);
  };
  const claims = () =>
    theatre.server.asked.filter((one) => one === `POST ${api('POST lines/{onSale}/claim', { onSale: 'friends' }).url}`)
      .length;
  /** How many passes the fan was given so far. */
  const passes = async () => (await theatre.friends.fan(theatre.fan))?.pass?.number ?? 0;
  const hasLeft = async () => (await theatre.friends.fan(theatre.fan))?.leftAt !== undefined;
  const ahead = (page: Visit['page']) => page.locator('.bill-ahead').textContent();

  test('says at the field what is missing, and puts the fan there', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByLabel('Postcode').fill('PO19 6AP');
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByText('type your member number').waitFor();
    expect(await page.getByLabel('Member number').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Postcode').inputValue()).toBe('PO19 6AP');
  });

  test('says what to do when number and postcode do not match', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=friends`);
    await page.getByLabel('Member number').fill('A1001');
    await page.getByLabel('Postcode').fill('PO19 6AQ');
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByText('Check the number and the postcode on your membership card').waitFor();
  });

  test('shows the number that the draw gave, the same after a refresh, in a second tab and on a second device', async () => {
    const { page, context } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    await theatre.friends.crowd(1200);
    await theatre.friends.draw();
    await comeBack(page);
    await page.locator('.bill-number').waitFor();
    const expected = (await theatre.friends.positionOf(theatre.fan)).toLocaleString('en-GB');
    expect(await number(page)).toBe(expected);
    await page.reload();
    await page.locator('.bill-number').waitFor();
    expect(await number(page)).toBe(expected);

    const tab = await context.newPage();
    await tab.goto(`${base}/line?on-sale=friends`);
    await tab.locator('.bill-number').waitFor();
    expect(await number(tab)).toBe(expected);

    const laptop = await visit(browser, { width: 1280 });
    await joinAsFriend(laptop.page, base);
    await laptop.page.locator('.bill-number').waitFor();
    expect(await number(laptop.page)).toBe(expected);
    await laptop.context.close();
  });

  test('an older board, also after a refresh, never lets the number ahead grow', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const { friends } = theatre;
    await friends.crowdAhead(theatre.fan, 20);
    await friends.draw();
    await friends.callUpTo((await friends.positionOf(theatre.fan)) - 4);
    await comeBack(page);
    await page.getByText('3 people ahead of you', { exact: true }).waitFor();
    await friends.showBoard({ calledUpTo: 0 });
    const answered = page.waitForResponse(/board\.json/);
    await comeBack(page);
    await answered;
    expect(await ahead(page)).toBe('3 people ahead of you');
    await page.reload();
    await page.locator('.bill-ahead').waitFor();
    expect(await ahead(page)).toBe('3 people ahead of you');
  });

  test('a called fan who is looking is let in, once, and sees the time on every page', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    await callAll();
    await comeBack(page);
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await page.title()).toMatch(/It is your turn/);
    expect(claims()).toBe(1);
    await page.getByRole('link', { name: 'Choose a show' }).click();
    await page.getByText('King Lear').waitFor();
    expect(await page.locator('.time-left').textContent()).toMatch(/1[45]:\d\d/);
    expect(claims()).toBe(1);
  });

  test('a phone in a pocket keeps its turn until somebody looks', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const phone = await pocket(page);
    await callAll();
    await comeBack(page);
    await page.waitForFunction(() => document.title.includes('It is your turn'));
    expect(claims()).toBe(0);
    await phone.look();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(claims()).toBe(1);
  });

  test('a second turn is asked for by hand, and a full room is said so', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    await callAll();
    await comeBack(page);
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    theatre.time.pass(16 * 60_000);
    await comeBack(page);
    await page.getByText('Your place is not lost').waitFor();
    await comeBack(page);
    expect(claims()).toBe(1);
    await theatre.stage.operators.turn('friends', { shopping: 0 });
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByText('the room is full').waitFor();
    expect(await passes()).toBe(1);
    await theatre.stage.operators.turn('friends', { shopping: 100 });
    // The pacemaker keeps a slot for the fan who asked, and a function remembers a line for a second.
    await theatre.friends.tick();
    theatre.time.pass(1_000);
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await passes()).toBe(2);
  });

  test('pause and message show, and silence is admitted without losing anything', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    await theatre.friends.crowdAhead(theatre.fan, 20);
    await theatre.friends.draw();
    await theatre.stage.operators.turn('friends', { paused: true, message: 'The foyer bar is open.' });
    await theatre.friends.tick();
    await comeBack(page);
    await page.getByText('The foyer bar is open.').waitFor();
    await page.getByText('nobody overtakes you').first().waitFor();
    theatre.faults.broken.set('/lines/friends/board.json', 2);
    for (let looks = 0; looks < 2; looks += 1) {
      const answered = page.waitForResponse(/board\.json/);
      await comeBack(page);
      await answered;
    }
    await page.getByText('No word from the box office just now').waitFor();
    expect(await number(page)).toBe((await theatre.friends.positionOf(theatre.fan)).toLocaleString('en-GB'));
    await comeBack(page);
    await page.getByText('No word from the box office just now').waitFor({ state: 'detached' });
  });

  test('leaving is asked twice, and joining again gives the same place back', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('button', { name: 'Leave the line' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await hasLeft()).toBe(false);
    await page.getByRole('button', { name: 'Leave the line' }).click();
    await page.getByRole('button', { name: 'Yes, leave' }).click();
    await page.getByText('You have left the line').waitFor();
    expect(await hasLeft()).toBe(true);
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(await hasLeft()).toBe(false);
  });

  test('an open on-sale takes one tap, and the same browser is the same fan', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(await theatre.public.inLobby()).toBe(1);
    await page.evaluate(() => localStorage.removeItem('stampede.receipt.public'));
    await page.reload();
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(await theatre.public.inLobby()).toBe(1);
  });

  test('an on-sale that does not exist is said so, with a way on', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=nothing`);
    await page.getByText('This is not on the bill').waitFor();
    await page.getByRole('link', { name: 'See the whole season' }).click();
    await page.getByText('King Lear').waitFor();
  });
});
