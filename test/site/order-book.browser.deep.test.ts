import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { StaffRole } from '../../contracts/staff.ts';
import { startFakeSignIn } from '../../stand-ins/sign-in/fake-sign-in.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { aTicketedOrder } from '../lambdas/ordering/ticket/ticketed.ts';
import { builtSite } from './built-site.ts';
import { buy, orderOf } from './theatre/orders.ts';
import { personOfRole, signInAs } from './theatre/staff.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { comeIn, expectAccessible, type Visit, visit } from './visitor.ts';

/* Long because each test is a person's whole way through the book. */

const path = findBrowser();

(path ? describe : describe.skip)('the order book', () => {
  let browser: Browser;
  let theatre: Theatre;
  let fan: Visit;

  beforeAll(async () => {
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site: builtSite() });
    fan = await visit(browser, { width: 1280 });
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const openAs = async (role: StaffRole | 'nobody') => {
    await signInAs(fan.page, theatre, role);
    await fan.page.goto(`${theatre.base}/order-book`);
  };

  test('lists what banks dispute, with what to do and until when', async () => {
    await theatre.close();
    theatre = await openTheatre({ site: builtSite(), stripe: true });
    const circle = theatre.plan.sections.find(({ name }) => name === 'Circle')?.rows[0]?.seats ?? [];
    const seat = (n: number) => circle[n]?.id ?? '';
    const buyerOf = (n: number) => `fan-who-disputes-${n}`.padEnd(43, '-');
    const disputed = await buy(theatre, {
      fan: buyerOf(1),
      performance: 'lear-3',
      seats: [seat(0)],
      card: '4000000000000259',
    });
    await buy(theatre, { fan: buyerOf(2), performance: 'lear-2', seats: [seat(1)], card: '4242424242424242' });
    await openAs('box-office');
    const { page } = fan;
    await page.getByText('2 orders', { exact: true }).waitFor();
    await page.getByLabel('Show').selectOption({ label: 'Bank disputes' });
    await page.getByRole('rowheader', { name: disputed.reference }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(1);
    await page.getByRole('cell', { name: /Dispute: answer the bank ?by / }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: disputed.reference }).click();
    await page.getByText(/^Answer in Stripe’s dashboard by .*After that the bank has its way\.$/).waitFor();
    await page.getByText(/it was not they who paid/).waitFor();
    await page.getByRole('cell', { name: /^dp_\w+: needs-response$/ }).waitFor();
    await expectAccessible(page);
    theatre.answerBank(disputed.order, 'lost');
    await page.getByRole('button', { name: 'Back to the book' }).click();
    const refreshed = async () => {
      await page.getByRole('button', { name: 'Refresh' }).click();
      return page.getByText('Dispute lost').count();
    };
    while ((await refreshed()) === 0) await theatre.time.wait(50);
    await page.getByRole('button', { name: disputed.reference }).click();
    await page.getByText(/The buyer has £\d+\.\d\d from their bank/).waitFor();
    expect(await page.getByText(/^Answer in Stripe’s/).count()).toBe(0);
  });

  test('opens for a role that reads orders, finds, and forgets', async () => {
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').waitFor();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    await page.goto(`${theatre.base}/order-book`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await openAs('nobody');
    await page.getByText('You have no role here').waitFor();
    await openAs('marketing');
    await page.getByText('Your role does not allow this').waitFor();
    await expectAccessible(page);
    await openAs('box-office');
    const { reference } = await orderOf(theatre);
    await page.getByRole('rowheader', { name: reference }).waitFor();
    await page.getByLabel('Search the book').fill('byron');
    expect(await page.getByRole('rowheader').count()).toBe(1);
    // One order, open: its deadline and what became of it; the money taken; seats exchanged; cancelled with a reason.
    await page.getByRole('button', { name: reference }).click();
    await page.getByText(/^To be paid by/).waitFor();
    // The order has an address. Back comes to the list as it was; the address opens the order by itself.
    const { order } = await orderOf(theatre);
    const address = page.url();
    expect(address).toBe(`${theatre.base}/order-book#order=${order}`);
    await page.goBack();
    expect(await page.getByLabel('Search the book').inputValue()).toBe('byron');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(reference);
    // Filters: not paid yet, of a performance.
    await page.getByLabel('Show').selectOption({ label: 'Let in, not paid' });
    await page.getByText('No order matches').waitFor();
    await page.getByLabel('Show').selectOption({ label: 'Not paid yet' });
    await page.getByLabel('Performance').selectOption('lear-3');
    expect(await page.getByRole('rowheader').count()).toBe(1);
    await page.getByLabel('Performance').selectOption('lear-1');
    await page.getByText('No order matches').waitFor();
    await page.getByLabel('Performance').selectOption('lear-3');
    await expectAccessible(page);
    await page.goForward();
    await page.getByText(/^To be paid by/).waitFor();
    await page.reload();
    await page.getByText(/^To be paid by/).waitFor();
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: 'Take payment' }).click();
    await page.getByRole('button', { name: 'is paid' }).click();
    await page.getByText('The payment is in the book.').waitFor();
    expect(await page.getByText(/^To be paid by/).count()).toBe(0);
    await page.getByRole('button', { name: 'Exchange seats' }).click();
    await page.getByRole('radio').check();
    await page.getByRole('checkbox').first().check();
    const seat = theatre.plan.sections.find(({ name }) => name === 'Circle')?.rows[0]?.seats[4]?.id ?? '';
    await page.getByLabel('New section').selectOption({ label: 'Circle' });
    await page.getByLabel('New seats').fill(seat);
    await page.getByRole('button', { name: 'Exchange them' }).click();
    await page.getByRole('cell', { name: 'Exchanged', exact: true }).waitFor();
    expect((await theatre.others.taken('lear-3')).has(seat)).toBe(true);
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('button', { name: 'Cancel this order' }).click();
    await page.getByText('say why').waitFor();
    expect(await page.getByLabel('Why').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('Why').fill('The tour bus broke down.');
    await page.getByRole('button', { name: 'Cancel this order' }).click();
    await page.getByRole('cell', { name: 'Cancelled', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'The tour bus broke down.' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Take payment' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to the book' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(reference);
    await page.getByText('cancelled', { exact: true }).waitFor();
    await page.getByLabel('Search the book').fill('hamlet');
    await page.getByText('No order matches').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('chooses a date for a fan whose performance was cancelled, and says what is missing', async () => {
    const { page } = fan;
    const { operators, tending } = theatre.stage;
    const [seat = ''] = theatre.plan.sections[0]?.rows[0]?.seats.map(({ id }) => id) ?? [];
    await buy(theatre, { fan: 'ada', performance: 'lear-3', seats: [seat] });
    await operators.cancelPerformance({
      performance: 'lear-3',
      reason: 'The lead is ill.',
      choice: { dates: ['lear-4', 'lear-5'] },
    });
    await tending.orders();
    await openAs('box-office');
    await page.getByRole('rowheader').getByRole('button').click();
    // The network fails once: the page says so, and the same button tries again.
    await page.route('**/performances/lear-4.json', (route) => route.abort());
    await page.getByRole('button', { name: 'Another date, or the money' }).click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/performances/lear-4.json');
    await page.getByRole('button', { name: 'Another date, or the money' }).click();
    await page.getByRole('button', { name: 'Do it for the fan' }).click();
    await page.getByText('Choose a date or the money first.').waitFor();
    expect(await page.getByRole('radio').count()).toBe(3);
    await page.getByRole('radio').nth(1).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Do it for the fan' }).click();
    await page.getByRole('cell', { name: 'Another date chosen', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Another date, or the money' }).count()).toBe(0);
    expect((await orderOf(theatre)).items.at(-1)).toMatchObject({ performance: 'lear-5', insteadOf: 'lear-3' });
  });

  test('is searched back to its first order', async () => {
    const { page } = fan;
    // As the store has them; nobody bought them one by one.
    const placeAs = async (name: string, nth: number) => {
      const order = aTicketedOrder({
        id: `order${`${nth}`.padStart(15, '0')}`,
        placedAt: theatre.time.now + nth,
        tickets: [],
      });
      await theatre.stage.platform.stores.orders.put({ ...order, buyer: { name, email: 'fan@example.org' } });
    };
    await placeAs('Ada Byron', 0);
    for (let n = 1; n <= 320; n += 1) await placeAs(n === 120 ? 'Ada Lovelace' : 'Somebody Else', n);
    await openAs('box-office');
    await page.getByText('50 orders', { exact: true }).waitFor();
    await page.getByLabel('Search the book').fill('ada');
    await page.getByRole('rowheader').waitFor();
    await page.getByText('1 of 250 orders').waitFor();
    await page.getByText('Ada Lovelace').waitFor();
    await page.getByRole('button', { name: 'Search older orders' }).click();
    await page.getByText('2 of 321 orders').waitFor();
    await page.getByText('Ada Byron').waitFor();
    expect(await page.getByRole('button', { name: 'Search older orders' }).count()).toBe(0);
    await page.getByLabel('Search the book').fill('nobody');
    await page.getByText('No order matches').waitFor();
    // The whole book is not laid out at once.
    await page.getByLabel('Search the book').fill('');
    await page.getByText('Only the newest 250 are shown.').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(250);
    // The sign-in ends in the middle of it: the page says so, and what is on it stays.
    await page.getByLabel('Search the book').fill('ada');
    await page.evaluate(() => sessionStorage.removeItem('stampede.sign-in'));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Your sign-in has ended').waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(2);
    expect(await page.getByLabel('Search the book').inputValue()).toBe('ada');
    await expectAccessible(page);
  });

  test('shows an auditor initials, and nothing to press', async () => {
    const { page } = fan;
    const [seat = ''] = theatre.plan.sections[0]?.rows[0]?.seats.map(({ id }) => id) ?? [];
    await buy(theatre, { fan: 'ada', performance: 'lear-3', seats: [seat] });
    await openAs('auditor');
    await page.getByRole('rowheader').getByRole('button').click();
    await page.getByText('Your role sees initials').waitFor();
    await page.getByRole('heading', { name: 'What became of it' }).waitFor();
    expect(await page.locator('.open-order').textContent()).toContain('A… B…');
    expect(await page.getByRole('button', { name: /^(?:Take|Cancel|Exchange)/ }).count()).toBe(0);
    expect(await page.getByText('Byron').count()).toBe(0);
    await expectAccessible(page);
  });
});

(path ? describe : describe.skip)('the order book, by way of the issuer', () => {
  test('leads to the order of the address, and renews its token by itself', async () => {
    const issuer = await startFakeSignIn();
    const browser = await openBrowser(path as string);
    const theatre = await openTheatre({
      site: builtSite(),
      signIn: () => ({
        issuer: issuer.url,
        clientId: 'pages',
        scope: 'openid email profile stampede/staff',
        signOut: `${issuer.url}/logout`,
      }),
    });
    const way = [`${theatre.base}/staff`];
    issuer.serve({ id: 'pages', callbacks: way, signOuts: way, accessMs: 3_600_000, refreshMs: 7_200_000 });
    const { page, context, complaints } = await visit(browser, { width: 1280 });
    try {
      theatre.staffOf('box-office');
      const order = await buy(theatre, { fan: 'ada', performance: 'lear-3', seats: ['stalls-centre-E-1'] });
      const signIn = async () => page.locator(`button[value="${personOfRole('box-office').subject}"]`).click();
      const address = `${theatre.base}/order-book#order=${order.order}`;
      await page.goto(address);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await signIn();
      await page.getByText(/^To be paid by/).waitFor();
      expect(page.url()).toBe(address);
      expect(await page.getByText(personOfRole('box-office').name).count()).toBe(1);
      // Its token is over: another is fetched, and nobody is asked.
      const before = await page.evaluate(() => {
        const kept = JSON.parse(sessionStorage.getItem('stampede.sign-in') ?? '{}') as { access: string };
        sessionStorage.setItem('stampede.sign-in', JSON.stringify({ ...kept, until: 0 }));
        return kept.access;
      });
      await page.getByRole('button', { name: 'Back to the book' }).click();
      await page.getByLabel('Search the book').fill('byron');
      await page.getByRole('button', { name: 'Refresh' }).click();
      await page.waitForFunction((was) => !sessionStorage.getItem('stampede.sign-in')?.includes(was), before);
      expect(await page.getByText('Your sign-in has ended').count()).toBe(0);
      // All of it is over: they sign in again, and what they looked for is there.
      await page.evaluate(() => sessionStorage.removeItem('stampede.sign-in'));
      await page.getByRole('button', { name: 'Refresh' }).click();
      await page.getByRole('button', { name: 'Sign in again' }).click();
      // The issuer may know them still.
      await page.locator('form, .book').first().waitFor();
      if (page.url().startsWith(issuer.url)) await signIn();
      await page.getByRole('rowheader', { name: order.reference }).waitFor();
      expect(await page.getByLabel('Search the book').inputValue()).toBe('byron');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByText('You are signed out').waitFor();
      expect(page.url()).toBe(`${theatre.base}/staff`);
      expect(complaints).toEqual([]);
      expect(theatre.stage.faults).toEqual([]);
    } finally {
      await context.close();
      await theatre.close();
      await browser.close();
      await issuer.stop();
    }
  });
});
