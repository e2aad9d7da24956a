import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { FakeVenue } from './fake/venue.ts';
import { comeBack, joinAsFriend, pocket, type Visit, visit } from './visitor.ts';

const path = findBrowser();

(path ? describe : describe.skip)('the line page', () => {
  let browser: Browser;
  let dist: string;
  let venue: FakeVenue;
  let base: string;
  let fan: Visit;

  beforeAll(async () => {
    dist = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    venue = new FakeVenue(dist, { opensAt: Date.now() + 600_000 });
    base = await venue.open();
    fan = await visit(browser);
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    await venue.close();
  });

  const number = (page: Visit['page']) => page.locator('.bill-number').textContent();
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
    await page.getByText('Check both against your membership card').waitFor();
  });

  test('shows the number that the draw gave, the same after a refresh, in a second tab and on a second device', async () => {
    const { page, context } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    venue.friends.draw();
    await comeBack(page);
    await page.locator('.bill-number').waitFor();
    const expected = venue.friends.positionOf('A1001').toLocaleString('en-GB');
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
    venue.friends.draw();
    const position = venue.friends.positionOf('A1001');
    venue.friends.callUpTo(Math.max(0, position - 4));
    await comeBack(page);
    await page.getByText('3 people ahead of you', { exact: true }).waitFor();
    venue.friends.callUpTo(0);
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
    venue.friends.draw();
    venue.friends.callUpTo(venue.friends.board.drawn);
    await comeBack(page);
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(await page.title()).toMatch(/It is your turn/);
    expect(venue.friends.claims).toBe(1);
    await page.getByRole('link', { name: 'Choose a show' }).click();
    await page.getByText('King Lear').waitFor();
    expect(await page.locator('.time-left').textContent()).toMatch(/1[45]:\d\d/);
    expect(venue.friends.claims).toBe(1);
  });

  test('a phone in a pocket keeps its turn until somebody looks', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const phone = await pocket(page);
    venue.friends.draw();
    venue.friends.callUpTo(venue.friends.board.drawn);
    await comeBack(page);
    await page.waitForFunction(() => document.title.includes('It is your turn'));
    expect(venue.friends.claims).toBe(0);
    await phone.look();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(venue.friends.claims).toBe(1);
  });

  test('a second turn is asked for by hand, and a full room is said so', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    venue.friends.draw();
    venue.friends.callUpTo(venue.friends.board.drawn);
    venue.friends.passMinutes = 0;
    await comeBack(page);
    await page.getByText('Your place is not lost').waitFor();
    await comeBack(page);
    expect(venue.friends.claims).toBe(1);
    venue.friends.roomFull = true;
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByText('the room is full').waitFor();
    venue.friends.roomFull = false;
    venue.friends.passMinutes = 15;
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { name: 'Come in, it is your turn' }).waitFor();
    expect(venue.friends.claims).toBe(2);
  });

  test('pause and message show, and silence is admitted without losing anything', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    venue.friends.draw();
    venue.friends.turn({ phase: 'paused', message: 'The foyer bar is open.' });
    await comeBack(page);
    await page.getByText('The foyer bar is open.').waitFor();
    await page.getByText('nobody overtakes you').waitFor();
    venue.broken.set('/lines/friends/board.json', 2);
    for (let looks = 0; looks < 2; looks += 1) {
      const answered = page.waitForResponse(/board\.json/);
      await comeBack(page);
      await answered;
    }
    await page.getByText('No word from the theatre just now').waitFor();
    expect(await number(page)).toBe(venue.friends.positionOf('A1001').toLocaleString('en-GB'));
    await comeBack(page);
    await page.getByText('No word from the theatre just now').waitFor({ state: 'detached' });
  });

  test('leaving is asked twice, and joining again gives the same place back', async () => {
    const { page } = fan;
    await joinAsFriend(page, base);
    await page.getByRole('button', { name: 'Leave the line' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(venue.friends.hasLeft('A1001')).toBe(false);
    await page.getByRole('button', { name: 'Leave the line' }).click();
    await page.getByRole('button', { name: 'Yes, leave' }).click();
    await page.getByText('You have left the line').waitFor();
    expect(venue.friends.hasLeft('A1001')).toBe(true);
    await joinAsFriend(page, base);
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(venue.friends.hasLeft('A1001')).toBe(false);
  });

  test('an open on-sale takes one tap, and the same browser is the same fan', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=public`);
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    const waiting = venue.lines.get('public')?.board.waiting;
    await page.evaluate(() => localStorage.removeItem('stampede.receipt.public'));
    await page.reload();
    await page.getByRole('button', { name: 'Take a place' }).click();
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    expect(venue.lines.get('public')?.board.waiting).toBe(waiting);
  });

  test('an on-sale that does not exist is said so, with a way on', async () => {
    const { page } = fan;
    await page.goto(`${base}/line?on-sale=nothing`);
    await page.getByText('This is not on the bill').waitFor();
    await page.getByRole('link', { name: 'See the whole season' }).click();
    await page.getByText('King Lear').waitFor();
  });
});
