import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import { findBrowser } from '../browser.ts';
import { until } from '../until.ts';
import { evenings } from './evening.ts';
import { allButFirst } from './hall/scenes.ts';
import { code, orderNow, scenes, theatres, withSeats } from './order/scenes.ts';
import { actAsStaff, buy, orderOf, ordersOf } from './theatre/orders.ts';
import { arenaPlan } from './theatre/plans.ts';
import type { Theatre, TheatreOf } from './theatre/theatre.ts';
import { comeBack, comeIn, type Visit } from './visitor.ts';

/* Long because one purchase in a browser meets all that can go wrong between the hall and the ticket. */

const path = findBrowser();

(path ? describe : describe.skip)('from the hall to the tickets', () => {
  const evening = evenings({ width: 1280 });
  let theatre: Theatre;
  let fan: Visit;

  beforeEach(() => {
    ({ theatre, fan } = evening);
  });

  /** Another theatre than the usual one. */
  const openAnew = async (of: Partial<TheatreOf>) => {
    theatre = await evening.openAnew(of);
  };
  const basket = async () => {
    const kept = await fan.page.evaluate(() => localStorage.getItem('stampede.pass.friends'));
    return theatre.others.basketOf((JSON.parse(kept ?? '') as { readonly pass: string }).pass);
  };

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
          // The focus is nowhere, and the whole page would answer to every name.
          if (element === document.body) return '';
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
          return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
        });
        if (name.test(at)) return;
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await page.goto(theatre.base);
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
    // The form has gone with the focus: a screen reader goes on at what came of it.
    await page.waitForFunction(() => document.activeElement?.textContent === 'You have a place');
    await theatre.friends.draw();
    await theatre.friends.callUpTo(theatre.friends.board.drawn);
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
    await tabTo(/^More time/);
    await keys.press('Enter');
    await page.getByText('You have had more time').waitFor();
    await tabTo(/^Price for Stalls/);
    await keys.press('ArrowDown');
    await page.getByText('Bring proof to the door').waitFor();
    // A screen reader says: the held seats and their clock, whose price it is, the sum, and the way on.
    const told = await page.locator('main').ariaSnapshot();
    const inOrder = [
      /heading "Your order" \[level=1\]/,
      /region "What you hold"/,
      /timer: Yours for another/,
      /combobox "Price for Stalls[^"]*"/,
      /status: To pay £/,
      /heading "Who the tickets are for" \[level=2\]/,
      /textbox "Name"/,
      /group "How you pay"/,
      /radio "Later, at the box office[^"]*" \[checked\]/,
      /button "Order for £/,
    ].map((part) => told.search(part));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    await tabTo(/^Name/);
    await keys.type('Ada Byron');
    await tabTo(/^E-mail/);
    await keys.type('ada@example.org');
    await keys.press('Enter');
    await page.getByRole('img', { name: /^Ticket code/ }).waitFor();
    await tabTo(/^I have finished shopping/);
    await keys.press('Enter');
    await page.getByText('Thank you').waitFor();
    expect((await theatre.friends.fan(theatre.fan))?.pass?.endedAt).toBeDefined();
    expect(await page.locator('.time-left').count()).toBe(0);
    await tabTo(/^Give this ticket back/);
    await keys.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Give this ticket back?');
    await tabTo(/^Keep it/);
    await keys.press('Enter');
    expect(await focused()).toBe('Give this ticket back');
  });

  test('best seats in one press, kept over a refresh, let go, and chosen again', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: 'One more' }).click();
    await page.getByRole('button', { name: 'Find the best 3 seats' }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').count()).toBe(3);
    await page.reload();
    await held(page).waitFor();
    expect(await page.locator('.seat-mine').count()).toBe(3);
    await page.getByRole('button', { name: /^Let them go/ }).click();
    await held(page).waitFor({ state: 'detached' });
    // The page lets them go at once, and the house a moment later: of the basket first, then of the seats.
    await until('the seats are free', async () =>
      (await theatre.others.taken('lear-3')).size === 0 ? true : undefined,
    );
    expect((await basket()).holds).toEqual([]);
  });

  test('a hold that was on its way during a refresh is one hold', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    theatre.faults.unheard.set(api('POST performances/{performance}/holds', { performance: 'lear-3' }).url, 1);
    const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/holds'));
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await asked;
    await page.reload();
    await held(page).waitFor();
    expect((await basket()).holds).toHaveLength(1);
  });

  test('a seat that somebody else got is named, and the nearest like it are held in one tap', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: /^Stalls,/ }).click();
    await page.getByRole('button', { name: /^Stalls, row C, seat 7,/ }).click();
    await page.getByRole('button', { name: /^Stalls, row C, seat 8,/ }).click();
    // Somebody is quicker by less than the page's next look.
    await page.route('**/availability', (route) => route.abort());
    await theatre.others.take('lear-3', ['stalls-centre-C-8']);
    await page.getByRole('button', { name: 'Hold these seats' }).click();
    await page.getByText('Somebody was quicker', { exact: true }).waitFor();
    await page.getByText('Stalls, row C, seat 8: somebody took it a moment before you.').waitFor();
    await page.getByRole('button', { name: 'Take Stalls, row C, seats 6 and 7 instead' }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').allTextContents()).toEqual([
      expect.stringMatching(/^Stalls, row C, seat 6/),
      expect.stringMatching(/^Stalls, row C, seat 7/),
    ]);
  });

  test('the plan that the house has is drawn, though its file names one whose first rows were taken out', async () => {
    const { page } = fan;
    const { publisher } = theatre.stage.platform;
    const sections = theatre.plan.sections.map((section) => ({ ...section, rows: section.rows.slice(1) }));
    const edited: Plan = { ...theatre.plan, id: `${theatre.plan.id}-edited`, sections };
    await publisher.write(published.plan(edited.id), edited);
    // As a season could be published before seasons were checked.
    const file = await publisher.read<PerformanceFile>(published.performance('lear-3'));
    await publisher.write(published.performance('lear-3'), { ...file, plan: edited.id });
    await comeIn(page, theatre);
    const [row] = theatre.plan.sections.find(({ id }) => id === 'stalls-centre')?.rows ?? [];
    await page.locator(`[data-seat="${row?.seats[0]?.id}"]`).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'List' }).click();
    await page.getByRole('button', { name: /^Stalls,/ }).click();
    const inRowC = page.getByRole('button', { name: /^Stalls, row C, seat / });
    const before = await inRowC.allTextContents();
    await theatre.others.take('lear-3', ['stalls-centre-C-8']);
    await page.getByRole('button', { name: 'Stalls, row C, seat 8,' }).waitFor({ state: 'detached' });
    expect(await inRowC.allTextContents()).toEqual(before.filter((number) => number !== '8'));
    expect(before).toContain('8');
  });

  test('picks that would leave a single seat can move along, or stay', async () => {
    const { page } = fan;
    await openAnew({ setAside: [1, 2, 3, 9].map((n) => `stalls-centre-F-${n}`) });
    await comeIn(page, theatre);
    for (const n of [5, 6]) {
      await page.locator(`[data-seat="stalls-centre-F-${n}"]`).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByText('That would leave a single seat').waitFor();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    expect(await page.getByText('That would leave a single seat').count()).toBe(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    for (const n of [5, 6]) {
      await page.locator(`[data-seat="stalls-centre-F-${n}"]`).focus();
      await page.keyboard.press('Enter');
    }
    expect(await page.getByText('That would leave a single seat').count()).toBe(0);
    await page.locator('[data-seat="stalls-centre-F-5"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-seat="stalls-centre-F-7"]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('That would leave a single seat').waitFor();
    await page.getByRole('button', { name: /^Take Stalls, row F, seats? / }).click();
    await page.getByText('That would leave a single seat').waitFor({ state: 'detached' });
    expect(await page.locator('.seat-picked').count()).toBe(2);
  });

  test('a price in one tap, more time once, and another price where one has too few', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^about £48/ }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').allTextContents()).toEqual([
      expect.stringMatching(/£48$/),
      expect.stringMatching(/£48$/),
    ]);
    await page.getByRole('button', { name: 'More time' }).click();
    await page
      .locator('.hold-left')
      .getByText(/^15:5\d$/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'More time' }).count()).toBe(0);
    const gone = await theatre.others.taken('lear-3');
    await theatre.others.take(
      'lear-3',
      allButFirst(theatre.plan, 'b').filter((seat) => !gone.has(seat)),
    );
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByText('Not enough seats like that together').waitFor();
    await page.getByRole('button', { name: 'About £65', exact: true }).click();
    await page.locator('.held li').nth(3).waitFor();
    await page.getByText('You may have 2 seats more.').first().waitFor();
  });

  test('a wheelchair place and its companion’s seat are one choice on the plan', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.locator('[data-seat="stalls-centre-M-1"]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Wheelchair place with the companion’s seat').waitFor();
    expect(await page.locator('.seat-picked').count()).toBe(2);
    await page.getByRole('button', { name: 'Without the companion’s seat' }).click();
    expect(await page.locator('.seat-picked').count()).toBe(1);
    await page.getByRole('button', { name: 'With the companion’s seat' }).click();
    await page.getByRole('button', { name: 'Hold these seats' }).click();
    await held(page).waitFor();
    expect(await page.locator('.held li').count()).toBe(2);
  });

  test('seats of an order are exchanged for others, no dearer', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^about £48/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    await order(page);
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    const { order: id, items } = await orderOf(theatre);
    await actAsStaff(theatre, id, { act: 'take-payment' });
    await page.goto(`${theatre.base}/hall?performance=lear-3&exchange=${id}&hold=${items[0]?.hold}`);
    await page.getByText('Pick 2 more seats').waitFor();
    expect(await page.locator('.seat-mine').count()).toBe(2);
    const pick = async (seat: string) => {
      await page.locator(`[data-seat="${seat}"]`).focus();
      await page.keyboard.press('Enter');
    };
    await pick('stalls-centre-C-7');
    await pick('stalls-centre-C-8');
    await page.getByText('£34 more than you paid').waitFor();
    expect(await page.getByRole('button', { name: 'Exchange them' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await pick('stalls-centre-K-7');
    await pick('stalls-centre-K-8');
    await page.getByText('You get £31 back.').waitFor();
    await page.getByRole('button', { name: 'Exchange them' }).click();
    await page.getByText('Your seats are exchanged').waitFor();
    expect((await orderOf(theatre)).items[0]?.seats.map((seat) => seat.id)).toEqual([
      'stalls-centre-K-7',
      'stalls-centre-K-8',
    ]);
  });

  test('a picked seat that somebody takes is dropped and said', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.locator('[data-seat="stalls-centre-C-8"]').focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 seat, £65').waitFor();
    await theatre.others.take('lear-3', ['stalls-centre-C-8']);
    await page.getByText('Just gone: Stalls, row C, seat 8. Choose another.').waitFor();
    expect(await page.locator('.seat-picked').count()).toBe(0);
  });

  test('a mouse picks a seat where seats are large enough, and comes closer where they are not', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.locator('[data-seat="stalls-centre-C-8"]').click();
    await page.getByText('1 seat, £65').waitFor();
    const view = () => page.locator('.plan-view').getAttribute('data-view');
    const whole = await view();
    await page.getByRole('button', { name: 'Closer' }).click();
    expect(await view()).not.toBe(whole);
    await page.getByRole('button', { name: 'Whole plan' }).click();
    expect(await view()).toBe(whole);
  });

  test('without a pass one may look, and is shown the line', async () => {
    const { page } = fan;
    await page.goto(`${theatre.base}/hall?performance=lear-3`);
    await page.getByText('You can look, and choose once it is your turn').waitFor();
    expect(await page.getByRole('button', { name: /^Find the best/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'To the line: Friends’ priority booking' }).click();
    await page.getByLabel('Member number').waitFor();
  });

  test('an order whose answer was lost is found out, and exists once', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    theatre.faults.unheard.set(api('POST orders').url, Number.POSITIVE_INFINITY);
    await order(page);
    await page.getByText('Asking again cannot order twice').waitFor();
    theatre.faults.unheard.clear();
    await page.reload();
    await page.getByRole('button', { name: 'Find out' }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(await ordersOf(theatre)).toHaveLength(1);
    await page
      .getByText((await orderOf(theatre)).reference)
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(await page.getByRole('img', { name: /^Ticket code/ }).count()).toBe(2);
  });

  test('what is wrong with a field is said at the field, and nothing typed is lost', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada at example');
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page.getByText('type an e-mail address such as').waitFor();
    expect(await page.getByLabel('E-mail').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Byron');
    expect(await ordersOf(theatre)).toHaveLength(0);
  });

  test('a reduced price that other orders of the fan have used up cannot be chosen, and the page says why', async () => {
    const { page } = fan;
    const seats = ['stalls-centre-C-4', 'stalls-centre-C-5'];
    const concessions = { 'stalls-centre-C-4': 'under-26' };
    await buy(theatre, { fan: theatre.fan, performance: 'lear-4', seats, concessions });
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByText('your other orders have 1.').waitFor();
    const [first, second] = [0, 1].map((n) => page.getByLabel(/^Price for/).nth(n));
    const isUsedUp = () => second?.locator('option[value="under-26"]').isDisabled();
    expect(await isUsedUp()).toBe(false);
    await first?.selectOption('under-26');
    await page.getByText('Not every seat of an order').waitFor();
    expect(await isUsedUp()).toBe(true);
    expect(await second?.locator('option[value="local"]').isDisabled()).toBe(false);
  });

  test('a declined card leaves the seats held and all that was typed, and is tried again at once', async () => {
    const { page } = fan;
    await withSeats({ page, theatre });
    await page
      .getByLabel(/^Price for/)
      .first()
      .selectOption('under-26');
    await page.getByLabel(/pretend card/).check();
    await page.getByLabel('Which card').selectOption('declined');
    await orderNow({ page });
    await page.getByText('The card was declined').waitFor();
    await page.reload();
    await page.getByLabel('Which card').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Ada Byron');
    expect(await page.getByLabel('Which card').inputValue()).toBe('declined');
    await page.getByLabel('Which card').selectOption('approved');
    await page.getByRole('button', { name: 'Order for £120' }).click();
    await code({ page }).waitFor();
    await page.getByText('Under 26').first().waitFor();
    // The typed text is bought: nothing of it stays behind.
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('a card is paid with on the order’s own page, also after a refresh and a decline', async () => {
    const { page } = fan;
    await openAnew(theatres.paying?.() ?? {});
    await scenes.paying?.({ page, theatre });
    await page.reload();
    const pay = async (number: string) => {
      await page.getByLabel('Card number').fill(number);
      await page.getByLabel('Expires').fill('12 / 34');
      await page.getByLabel('Security code').fill('123');
      await page.getByRole('button', { name: 'Pay £144' }).click();
    };
    await page.getByLabel('Card number').waitFor();
    await pay('4000 0000 0000 0002');
    await page.getByText('Your card was declined.').waitFor();
    await pay('4242 4242 4242 4242');
    await code({ page }).waitFor();
    await page.getByText('Paid', { exact: true }).waitFor();
    expect(await ordersOf(theatre)).toHaveLength(1);
  });

  test('tickets are given back after a second thought, and what comes back is said before and after', async () => {
    const { page } = fan;
    await scenes.doubting?.({ page, theatre });
    await page.getByText('You get £120 back').waitFor();
    const [seat] = (await orderOf(theatre)).tickets.map((ticket) => ticket.seat);
    await page.getByRole('button', { name: 'Yes, give them back' }).click();
    await page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
    await page.getByText('£120 was given back').waitFor();
    expect(await page.getByRole('img', { name: /^Ticket code/ }).count()).toBe(0);
    await until('the seat is free', async () =>
      (await theatre.others.taken('lear-3')).has(seat ?? '') ? undefined : true,
    );
    await page.reload();
    await page.getByRole('heading', { name: 'This order is cancelled' }).waitFor();
    expect(await page.getByRole('button', { name: /^Give (this|these) ticket/ }).count()).toBe(0);
  });

  test('two tabs never disagree: what one of them holds or lets go the other shows', async () => {
    const { page, context } = fan;
    await comeIn(page, theatre);
    const other = await context.newPage();
    await other.goto(`${theatre.base}/hall?performance=lear-3`);
    await other.getByRole('button', { name: /^Find the best/ }).waitFor();
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await held(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('held');
    await held(other).waitFor();
    await page.goto(`${theatre.base}/checkout`);
    await page.getByLabel('Name').waitFor();
    await other.getByRole('button', { name: /^Let them go/ }).click();
    await page.getByText('You hold no seats').waitFor();
    expect(await other.evaluate(() => document.activeElement?.id)).toBe('best');
    await other.close();
  });

  test('seats that one tab ordered are for sale in no other, and Back leads to the order', async () => {
    const { page, context } = fan;
    await withSeats({ page, theatre });
    const other = await context.newPage();
    await other.goto(`${theatre.base}/checkout`);
    await other.getByLabel('Name').waitFor();
    // The house sells in its own turn: the first look after the order still finds the seats held.
    const before = await basket();
    await other.route(`**${api('GET basket').url}`, (route) => route.fulfill({ json: before }), { times: 1 });
    await page.route(`**${api('GET orders/{order}', { order: '*' }).url}`, async (route) => {
      await until('the seats are sold', async () => (await orderOf(theatre)).state === 'confirmed');
      await route.continue();
    });
    await orderNow({ page });
    await code({ page }).waitFor();
    const [{ id = '' } = {}] = await ordersOf(theatre);
    await page.goBack();
    for (const tab of [other, page]) {
      await tab.getByText('You hold no seats').waitFor();
      expect(await tab.getByLabel('Name').count()).toBe(0);
      expect(await tab.getByRole('link', { name: 'To your order' }).getAttribute('href')).toBe(`/order?id=${id}`);
    }
    await other.close();
  });

  test('a browser that keeps nothing is told so wherever a place leads, and shown the page that needs none of it', async () => {
    const { page, context } = fan;
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    const plain = page.getByRole('link', { name: 'To the plain page' });
    for (const address of ['line?on-sale=friends', 'hall?performance=lear-3', 'checkout', 'order']) {
      await page.goto(`${theatre.base}/${address}`);
      await page.getByText('This browser keeps nothing for us').waitFor();
      expect(await plain.getAttribute('href')).toMatch(/^\/plain(?:\/friends)?$/);
    }
    expect(fan.complaints).toEqual([]);
  });

  test('a pass that is over hides no seats that are held, and says how to buy them', async () => {
    const { page } = fan;
    await scenes['pass-over']?.({ page, theatre });
    expect(await page.locator('.held li').count()).toBe(3);
    expect(await page.getByRole('button', { name: /^Order for/ }).count()).toBe(0);
    await page.goto(`${theatre.base}/hall?performance=lear-3`);
    await held(page).waitFor();
    expect(await page.getByRole('link', { name: 'Check out' }).count()).toBe(0);
  });

  test('seats whose time ran out are said to be free again, in every tab, and still after a reload', async () => {
    const { page, context } = fan;
    await withSeats({ page, theatre });
    const hall = await context.newPage();
    await hall.goto(`${theatre.base}/hall?performance=lear-3`);
    await held(hall).waitFor();
    theatre.time.pass(9 * 60_000);
    for (const tab of [page, hall]) await tab.evaluate(() => window.dispatchEvent(new Event('online')));
    const back = page.getByRole('link', { name: 'Back to the seats' });
    const said = hall.getByText('The time for those seats is up.');
    for (const again of [false, true]) {
      if (again) for (const tab of [page, hall]) await tab.reload();
      await page.getByText('The time for your seats is over').waitFor();
      expect(await back.getAttribute('href')).toBe('/hall?performance=lear-3');
      await said.waitFor();
    }
    await hall.getByRole('button', { name: /^Find the best/ }).click();
    await held(hall).waitFor();
    expect(await said.count()).toBe(0);
    await page.getByLabel('Name').waitFor();
    await hall.close();
  });

  test('the pay page ends with its seats, in every tab, and no card can be charged there', async () => {
    await openAnew(theatres.paying?.() ?? {});
    await scenes.paying?.({ page: fan.page, theatre });
    const other = await fan.context.newPage();
    await other.goto(fan.page.url());
    await other.getByLabel('Card number').waitFor();
    theatre.time.pass(9 * 60_000);
    for (const tab of [fan.page, other]) {
      await tab.evaluate(() => window.dispatchEvent(new Event('online')));
      await tab.getByRole('heading', { name: 'The time to pay is over' }).waitFor();
      await tab.getByRole('link', { name: 'Back to the seats' }).waitFor();
      expect(await tab.getByLabel('Card number').count()).toBe(0);
    }
    await other.close();
  });

  test('seats wait for a bank that asks, beyond their own time', async () => {
    await openAnew(theatres.paying?.() ?? {});
    const { page } = fan;
    await scenes.paying?.({ page, theatre });
    await page.getByLabel('Card number').fill('4000 0000 0000 0028');
    await page.getByLabel('Expires').fill('12 / 34');
    await page.getByLabel('Security code').fill('123');
    await page.getByRole('button', { name: 'Pay £144' }).click();
    await page.getByText('Your seats stay yours until').waitFor();
    theatre.time.pass(9 * 60_000);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    expect((await theatre.others.taken('lear-3')).size).toBe(3);
    await page.getByText('Your seats stay yours until').waitFor();
    expect(await page.getByRole('heading', { name: 'The time to pay is over' }).count()).toBe(0);
  });

  test('a sale that is final offers no way back, and a line that may be exchanged leads to its hall', async () => {
    const { page } = fan;
    await openAnew({ isFinal: true });
    await scenes.promised?.({ page, theatre });
    const { order: id, items } = await orderOf(theatre);
    const way = page.getByRole('link', { name: 'Exchange seats: King Lear, Tue 8 Jun, 19:30' });
    expect(await way.getAttribute('href')).toBe(`/hall?performance=lear-3&exchange=${id}&hold=${items[0]?.hold}`);
    await actAsStaff(theatre, id, { act: 'take-payment' });
    await page.reload();
    await code({ page }).waitFor();
    expect(await way.count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Give (this|these) ticket/ }).count()).toBe(0);
  });

  test('an order opens only for whom it was made, with its key or the receipt of its place', async () => {
    const { page } = fan;
    await page.goto(`${theatre.base}/order?id=abcdefghijklmnop`);
    await page.getByText('This browser does not have the key to this order').waitFor();
    await page.getByLabel('Your receipt').waitFor();
  });

  test('a printed order is one ticket a page', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
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
    await page.emulateMedia({ media: 'print' });
    expect(
      await page
        .getByText((await orderOf(theatre)).reference)
        .filter({ visible: true })
        .count(),
    ).toBe(2);
    for (const other of ['.masthead', '.order-bill', '.give-back'])
      expect(await page.locator(other).isVisible()).toBe(false);
  });

  test('an arena draws its sections first, and seats where one looks', async () => {
    await openAnew({ plan: arenaPlan() });
    const { page } = fan;
    await comeIn(page, theatre);
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
