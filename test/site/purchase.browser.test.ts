import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, openBrowser } from '../browser.ts';
import { builtSite } from './built-site.ts';
import { arenaPlan } from './fake/plans.ts';
import { FakeVenue } from './fake/venue.ts';
import { comeBack, comeIn, type Visit, visit } from './visitor.ts';

const path = findBrowser();
jest.setTimeout(90_000);

(path ? describe : describe.skip)('from the hall to the tickets', () => {
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
    fan = await visit(browser, { width: 1280 });
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    await venue.close();
  });

  const held = (page: Page) => page.getByRole('heading', { name: 'Held for you' });
  const order = async (page: Page) => {
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByRole('button', { name: /^Order for/ }).click();
  };

  test('the whole way by keyboard alone', async () => {
    const { page } = fan;
    const keys = page.keyboard;
    /** Tab until the focus is where the test wants it: nothing may be out of reach. */
    const tabTo = async (name: RegExp) => {
      for (let n = 0; n < 80; n += 1) {
        await keys.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null;
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
          return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
        });
        if (name.test(at)) return;
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await page.goto(base);
    await page.getByText('King Lear').waitFor();
    await tabTo(/^Join the lobby: Friends/);
    await keys.press('Enter');
    await page.getByLabel('Member number').waitFor();
    await tabTo(/^Member number/);
    await keys.type('A1001');
    await tabTo(/^Postcode/);
    await keys.type('PO19 6AP');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'You have a place' }).waitFor();
    venue.friends.draw();
    venue.friends.callUpTo(venue.friends.board.drawn);
    await comeBack(page);
    await page.getByRole('link', { name: 'Choose a show' }).waitFor();
    await tabTo(/^Choose a show/);
    await keys.press('Enter');
    await page.getByText('King Lear').waitFor();
    await tabTo(/King Lear/);
    await keys.press('Enter');
    await page.getByText('Captioned').waitFor();
    await tabTo(/^Choose seats/);
    await keys.press('Enter');
    await page.getByRole('button', { name: /^Find the best/ }).waitFor();
    // A seat on the plan: Tab comes to one, arrows go on, Enter picks.
    await tabTo(/, row [A-Z], seat \d+, £/);
    await keys.press('ArrowDown');
    await keys.press('ArrowRight');
    await keys.press('Enter');
    await page.getByText(/^1 seat, £/).waitFor();
    await tabTo(/^Hold this seat/);
    await keys.press('Enter');
    await held(page).waitFor();
    await tabTo(/^Check out/);
    await keys.press('Enter');
    await page.getByLabel('Name').waitFor();
    await tabTo(/^Name/);
    await keys.type('Ada Byron');
    await tabTo(/^E-mail/);
    await keys.type('ada@example.org');
    await keys.press('Enter');
    await page.getByRole('img', { name: /^Ticket code/ }).waitFor();
    await tabTo(/^I have finished shopping/);
    await keys.press('Enter');
    await page.getByText('Thank you').waitFor();
    expect(venue.friends.hasLeft('A1001')).toBe(true);
    expect(await page.locator('.time-left').count()).toBe(0);
  });

  test('best seats in one press, kept over a refresh, let go, and chosen again', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: 'One more' }).click();
    await page.getByRole('button', { name: 'Find the best 3 seats' }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').count()).toBe(3);
    await page.reload();
    await held(page).waitFor();
    expect(await page.locator('.seat-mine').count()).toBe(3);
    await page.getByRole('button', { name: /^Let them go/ }).click();
    await held(page).waitFor({ state: 'detached' });
    expect([...venue.houses.holds.values()].map(({ view }) => view.state)).toEqual(['released']);
  });

  test('a hold that was on its way during a refresh is one hold', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    venue.unheard.set('/api/performances/lear-3/holds', 1);
    const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/holds'));
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await asked;
    await page.reload();
    await held(page).waitFor();
    expect(venue.houses.holds.size).toBe(1);
  });

  test('taken seats are named, and others offered near them', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: /^Stalls,/ }).click();
    await page.getByRole('button', { name: /^Stalls, row C, seat 7,/ }).click();
    await page.getByRole('button', { name: /^Stalls, row C, seat 8,/ }).click();
    // Somebody is quicker by less than the page's next look.
    await page.route('**/availability', (route) => route.abort());
    venue.houses.takenOf('lear-3').add('stalls-centre-C-8');
    await page.getByRole('button', { name: 'Hold these seats' }).click();
    await page.getByText('Somebody was quicker', { exact: true }).waitFor();
    await page.getByText('Taken: Stalls, row C, seat 8.').waitFor();
    await page.getByRole('button', { name: 'Best 2 near there: Stalls' }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').allTextContents()).toEqual([
      expect.stringMatching(/^Stalls, row/),
      expect.stringMatching(/^Stalls, row/),
    ]);
  });

  test('a picked seat that somebody takes is dropped and said', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.locator('[data-seat="stalls-centre-C-8"]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 seat, £65').waitFor();
    venue.houses.takenOf('lear-3').add('stalls-centre-C-8');
    await page.getByText('Just gone: Stalls, row C, seat 8. Choose another.').waitFor();
    expect(await page.locator('.seat-picked').count()).toBe(0);
  });

  test('a mouse picks a seat where seats are large enough, and comes closer where they are not', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.locator('[data-seat="stalls-centre-C-8"]').click();
    await page.getByText('1 seat, £65').waitFor();
    const view = () => page.locator('.plan-svg').getAttribute('viewBox');
    const whole = await view();
    await page.getByRole('button', { name: 'Closer' }).click();
    expect(await view()).not.toBe(whole);
    await page.getByRole('button', { name: 'Whole plan' }).click();
    expect(await view()).toBe(whole);
  });

  test('without a pass one may look, and is shown the line', async () => {
    const { page } = fan;
    await page.goto(`${base}/hall?performance=lear-3`);
    await page.getByText('You can look, and choose once it is your turn').waitFor();
    expect(await page.getByRole('button', { name: /^Find the best/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'To the line for Friends of the theatre' }).click();
    await page.getByLabel('Member number').waitFor();
  });

  test('an order whose answer was lost is found out, and exists once', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    venue.unheard.set('/api/orders', Number.POSITIVE_INFINITY);
    await order(page);
    await page.getByText('Asking again cannot order twice').waitFor();
    venue.unheard.clear();
    await page.reload();
    await page.getByRole('button', { name: 'Find out' }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(venue.orders.orders.size).toBe(1);
    await page.getByText('K7M-4QX').first().waitFor();
    await page.reload();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(await page.getByRole('img', { name: /^Ticket code/ }).count()).toBe(2);
  });

  test('what is wrong with a field is said at the field, and nothing typed is lost', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada at example');
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page.getByText('type an e-mail address such as').waitFor();
    expect(await page.getByLabel('E-mail').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Byron');
    expect(venue.orders.orders.size).toBe(0);
  });

  test('a declined card leaves the seats held, and another way to pay open', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel(/pretend card/).check();
    await page.getByLabel('Which card').selectOption('declined');
    await order(page);
    await page.getByText('The card was declined').waitFor();
    await page.getByRole('link', { name: 'Try another way to pay' }).click();
    await order(page);
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
  });

  test('an order opens only where it was made', async () => {
    const { page } = fan;
    await page.goto(`${base}/order?id=abcdefghijklmnop`);
    await page.getByText('This order is kept in another browser').waitFor();
  });

  test('a printed order is one ticket a page', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    await order(page);
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });

  test('the order book opens with the staff key only, finds, and forgets', async () => {
    const { page } = fan;
    await comeIn(page, base, venue);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    await order(page);
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    await page.goto(`${base}/order-book`);
    await page.getByLabel('Staff key').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The staff key is missing or wrong').waitFor();
    await page.getByLabel('Staff key').fill(venue.orders.staffKey);
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /K7M-4QX/ }).waitFor();
    await page.getByLabel('Search on this page').fill('byron');
    expect(await page.getByRole('rowheader').count()).toBe(1);
    await page.getByLabel('Search on this page').fill('hamlet');
    await page.getByText('No order on this page matches').waitFor();
    await page.getByRole('button', { name: 'Close the book' }).click();
    await page.getByLabel('Staff key').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('an arena draws its sections first, and seats where one looks', async () => {
    await venue.close();
    venue = new FakeVenue(dist, { opensAt: Date.now() + 600_000, plan: arenaPlan() });
    base = await venue.open();
    const { page } = fan;
    await comeIn(page, base, venue);
    expect(await page.locator('.seat').count()).toBe(0);
    await page.getByRole('button', { name: /^Block 112,/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.seat').first().waitFor();
    const drawn = await page.locator('.seat').count();
    expect(drawn).toBeGreaterThan(50);
    expect(drawn).toBeLessThan(3_000);
    await page.keyboard.press('Enter');
    await page.getByText('1 seat, £48').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Field left,/ }).click();
    await page.getByRole('button', { name: 'Find the best 2 in Field left' }).click();
    await page.getByText('Field left, standing').first().waitFor();
  });
});
