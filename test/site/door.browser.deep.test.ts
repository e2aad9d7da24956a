import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import type { DoorList } from '../../contracts/door.ts';
import type { OrderView } from '../../contracts/order.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { forged } from '../forged.ts';
import { builtSite } from './built-site.ts';
import { filmOf } from './door/filmed.ts';
import { codeShown, scan } from './door/scenes.ts';
import { actAsStaff, askAsFan, buy, ordersOf } from './theatre/orders.ts';
import { pairedRight, signInAs } from './theatre/staff.ts';
import { linkIn, openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, expectToFit, visit } from './visitor.ts';

const path = findBrowser();

const night = 'lear-3';

/* The door as a steward has it: a camera, a hand scanner, and a network that goes and comes back. */
(path ? describe : describe.skip)('the way to the door', () => {
  let browser: Browser;
  let theatre: Theatre;
  let order: OrderView;

  beforeAll(async () => {
    theatre = await openTheatre({ site: builtSite() });
    const seats = ['C-4', 'D-1', 'D-2'].map((seat) => `stalls-centre-${seat}`);
    const concessions = { 'stalls-centre-C-4': 'under-26' };
    order = await buy(theatre, { fan: 'ada', performance: night, seats, concessions });
    await actAsStaff(theatre, order.order, { act: 'take-payment' });
    const film = filmOf(codeOf('stalls-centre-C-4'));
    browser = await openBrowser(path as string, [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
  });
  afterAll(async () => {
    await browser.close();
    expect(theatre.stage.faults).toEqual([]);
    await theatre.close();
  });

  const codeOf = (seat: string, of = order) => of.tickets.find((ticket) => ticket.seat === seat)?.code ?? '';
  const open = async (page: Page, door: string) => {
    await signInAs(page, theatre, 'box-office-supervisor');
    await page.goto(`${theatre.base}/door`);
    await page.getByLabel('Performance').selectOption(night);
    await page.getByLabel('This door').fill(door);
    await page.getByRole('button', { name: 'Scan with this device' }).click();
    await page.getByText('Connected').waitFor();
  };
  const answer = (page: Page, word: string) => page.getByRole('alertdialog', { name: word }).waitFor();

  test('is reached from the link in the mail: the order opens, its key leaves the address, and the PDF is kept', async () => {
    const fan = await visit(browser);
    const { page, context } = fan;
    await page.goto(await linkIn(theatre));
    await page.getByText('Under 26: bring proof').waitFor();
    expect(page.url()).toBe(`${theatre.base}/order?id=${order.order}`);
    const kept = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All tickets as PDF' }).click();
    expect((await kept).suggestedFilename()).toBe(`tickets-${order.reference}.pdf`);
    theatre.faults.broken.set(api('GET orders/{order}/tickets.pdf', order).url, 1);
    await page.getByRole('button', { name: 'All tickets as PDF' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('button', { name: 'Add to calendar' }).waitFor();
    expect(fan.complaints).toEqual([]);
    await context.close();
  });

  test('reads a ticket by the camera, works without a network, and owns up to what it could not know', async () => {
    const steward = await visit(browser);
    const { page, context } = steward;
    await open(page, 'Stalls left');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Switch the camera on' }).click();
    await answer(page, 'Admit with proof');
    expect(await page.getByRole('alertdialog').textContent()).toMatch(/Stalls, row C, seat 4.*Under 26/);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('1 person in').waitFor();
    // Still held into the camera: that is no second scan.
    expect(await page.getByRole('alertdialog').count()).toBe(0);

    const [again, abroad] = [codeOf('stalls-centre-D-1'), codeOf('stalls-centre-D-2')];
    const elsewhere = { fan: 'bea', performance: 'lear-1', seats: ['stalls-centre-D-2'] };
    await scan(page, codeOf('stalls-centre-D-2', await buy(theatre, elsewhere)));
    await answer(page, 'Wrong performance');
    await expectToFit(page);
    await scan(page, forged(again));
    await answer(page, 'Not our ticket');
    // The worker has the page by now; the service it talks to is gone with the network.
    await page.waitForFunction(() => caches.match('/door').then(Boolean));
    await context.setOffline(true);
    await page.getByText('No network for').waitFor();
    await scan(page, again);
    await answer(page, 'Admit');
    expect(await page.getByRole('alertdialog').textContent()).toContain('Stalls, row D, seat 1');
    await scan(page, again);
    await answer(page, 'Used');
    expect(await page.getByRole('alertdialog').textContent()).toContain('Stalls, row D, seat 1');
    expect(await page.getByRole('alertdialog').textContent()).toContain('Stalls left');
    await scan(page, abroad);
    await answer(page, 'Admit');
    const { stage, staffOf, time } = theatre;
    const door = api('POST staff/door/{performance}', { performance: night }).url;
    const supervisor = staffOf('box-office-supervisor');
    const right = await pairedRight((...asked) => stage.ask(...asked), supervisor.headers, night);
    const headers = { authorization: `Bearer ${right}` };
    await stage.ask('POST', door, {
      headers,
      body: { door: 'Circle', scans: [{ code: abroad, scannedAt: time.now }] },
    });

    await page.reload();
    await page.getByRole('button', { name: 'Open this door' }).click();
    await page.getByText('2 scans wait to be sent').waitFor();
    await scan(page, again);
    await answer(page, 'Used');
    await page.getByRole('button', { name: 'Next' }).click();

    await context.setOffline(false);
    await page.getByRole('heading', { name: '1 ticket to look into' }).waitFor();
    await expectAccessible(page);
    expect(await page.locator('.door-conflicts').textContent()).toMatch(
      /Stalls, row D, seat 2, let in here at .* Circle/,
    );
    const { body: list } = await stage.ask<DoorList>('GET', door, { headers });
    const ticket = order.tickets.find(({ seat }) => seat === 'stalls-centre-D-1');
    expect(list.used[ticket?.id ?? '']).toMatchObject({ door: 'Stalls left' });
    await page.getByRole('button', { name: 'Seen' }).click();
    expect(await page.locator('.door-conflicts').count()).toBe(0);
    expect(steward.complaints).toEqual([]);
    await context.close();
  });

  test('has an evening: paired phones, money owed, void, used, another performance, no network, a guest without a code', async () => {
    const { stage } = theatre;
    const taken = (row: string, ...numbers: number[]) => numbers.map((n) => `stalls-centre-${row}-${n}`);
    const owing = await buy(theatre, { fan: 'cleo', performance: night, seats: taken('E', 1, 2, 3) });
    const gone = await buy(theatre, { fan: 'dora', performance: night, seats: taken('E', 5) });
    await askAsFan(theatre, gone.order, 'cancel');
    const found = { fan: 'egon', performance: night, seats: taken('E', 7, 8), name: 'Jörg Straßer' };
    const guest = await buy(theatre, found);
    await actAsStaff(theatre, guest.order, { act: 'take-payment' });
    const elsewhere = await buy(theatre, { fan: 'fay', performance: 'lear-1', seats: taken('E', 1) });
    const codes = (of: OrderView) => of.tickets.map(({ code }) => code);
    const [first = '', second = '', third = ''] = codes(owing);
    const said = (page: Page) => page.getByRole('alertdialog').textContent();

    // A supervisor shows a code; the phone that scans it has a right, and its address keeps nothing of it.
    const supervisor = await visit(browser, { width: 1280 });
    const { page: desk } = supervisor;
    await desk.goto(`${theatre.base}/door`);
    await desk.getByRole('button', { name: 'Sign in' }).waitFor();
    await expectAccessible(desk);
    await signInAs(desk, theatre, 'marketing');
    await desk.goto(`${theatre.base}/door`);
    await desk.getByText('Your role does not allow this').waitFor();
    await signInAs(desk, theatre, 'box-office-supervisor');
    await desk.goto(`${theatre.base}/door`);
    await desk.getByLabel('Performance').selectOption(night);
    await desk.getByText('Not today:').waitFor();
    await desk.getByText('for sixteen hours: to practise').waitFor();
    const code = await codeShown(desk);
    await expectAccessible(desk);
    const phone = await visit(browser, { width: 360 });
    const { page } = phone;
    await page.goto(`${theatre.base}/door#pair=${night}.${code}`);
    await page.getByLabel('Your name').fill('Anna');
    await page.getByLabel('This door').fill('Circle');
    await expectAccessible(page);
    expect(page.url()).toBe(`${theatre.base}/door`);
    await page.getByRole('button', { name: 'Pair and open' }).click();
    await page.getByText('Connected').waitFor();
    await page.locator('h1:focus').waitFor();
    await desk.getByText('Anna is paired.').waitFor();
    await desk.locator('h2:focus', { hasText: 'Stewards’ devices' }).waitFor();
    const stranger = await visit(browser);
    await stranger.page.goto(`${theatre.base}/door#pair=${night}.${code}`);
    await stranger.page.getByLabel('This door').fill('Gallery');
    await stranger.page.getByRole('button', { name: 'Pair and open' }).click();
    await stranger.page.getByText('Another device took this code').waitFor();
    await stranger.context.close();

    // Unpaid: amber, how much, and nobody is in before the second press.
    await scan(page, first);
    await answer(page, 'To be paid');
    expect(await said(page)).toContain(owing.reference);
    expect(await said(page)).toContain('£144');
    await expectAccessible(page);
    // The sign stands above the word, whole, on a short telephone as well as on a desk.
    for (const size of [
      { width: 1280, height: 720 },
      { width: 360, height: 640 },
      { width: 360, height: 800 },
    ]) {
      await page.setViewportSize(size);
      const [sign, word] = await Promise.all(
        ['svg', '.answer-word'].map((part) => page.locator(`.answer ${part}`).boundingBox()),
      );
      expect(sign?.y).toBeGreaterThanOrEqual(0);
      expect((sign?.y ?? 0) + (sign?.height ?? 0)).toBeLessThanOrEqual(word?.y ?? 0);
    }
    await page.getByRole('button', { name: 'Next' }).click();
    await scan(page, first);
    await answer(page, 'To be paid');
    // The next answer is another one: what was about to be pressed is not pressed for it.
    await page.getByRole('button', { name: 'Let in unpaid' }).focus();
    await scan(page, first);
    await page.locator('button:focus', { hasText: 'Next' }).waitFor();
    await page.getByRole('button', { name: 'Let in unpaid' }).click();
    await answer(page, 'Admit');
    expect(await said(page)).toContain(`is owed for ${owing.reference}`);
    await page.getByRole('button', { name: 'Next' }).click();
    const noted = (await ordersOf(theatre)).find(({ id }) => id === owing.order);
    expect(noted?.history.map(({ act }) => act)).toContain('admitted-unpaid');

    // Void, another performance; and used, at the supervisor's own door.
    // A code that comes while another is looked up has no answer, and is not taken for the one that has.
    await scan(page, codes(gone)[0] ?? '', codes(elsewhere)[0] ?? '');
    await answer(page, 'Not valid');
    expect(await said(page)).toContain('the first of two codes');
    await scan(page, codes(elsewhere)[0] ?? '');
    await answer(page, 'Wrong performance');
    expect(await said(page)).not.toContain('the first of two codes');
    await page.getByRole('button', { name: 'Next' }).click();

    // A guest without a code, by a name that a keyboard does not have; then the code, through a German keyboard.
    await page.getByRole('button', { name: 'Find a guest' }).click();
    await page.getByLabel('Reference or name').fill('strasser jorg');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Let in Stalls, row E, seat 7' }).click();
    await answer(page, 'Admit');
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await page.getByText('in at').waitFor();
    await page.locator('#guest:focus').waitFor();
    await page.getByRole('button', { name: 'Close the search' }).click();
    const german = new Map([...'yzYZ-_'].map((sign, at) => [sign, 'zyZYß?'[at] ?? '']));
    await scan(page, [...(codes(guest)[1] ?? '')].map((sign) => german.get(sign) ?? sign).join(''));
    await answer(page, 'Admit');
    await page.getByText('types through a German keyboard').waitFor();

    // Without a network the list says what is owed, and finds guests.
    await page.waitForFunction(() => caches.match('/door').then(Boolean));
    await page.waitForFunction((name) => localStorage.getItem(name) !== null, `stampede.door.guests.${night}`);
    await phone.context.setOffline(true);
    await page.getByText('No network for').waitFor();
    await scan(page, second);
    await answer(page, 'To be paid');
    expect(await said(page)).toContain('it may have been paid meanwhile');
    await page.getByRole('button', { name: 'Let in unpaid' }).click();
    await answer(page, 'Admit');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('1 scan waits').waitFor();
    await page.getByRole('button', { name: 'Find a guest' }).click();
    await page.getByLabel('Reference or name').fill(owing.reference.replace('-', '').toLowerCase());
    await page.getByText('Stalls, row E, seat 3').waitFor();
    expect(await page.getByRole('button', { name: /^Let in/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Close the search' }).click();
    await phone.context.setOffline(false);
    await page.getByText('1 scan waits').waitFor({ state: 'hidden' });
    expect(await page.locator('.door-conflicts').count()).toBe(0);

    // A second steward, at the same time: the same tickets are used there.
    const other = await visit(browser);
    await other.page.goto(`${theatre.base}/door#pair=${night}.${await codeShown(desk)}`);
    await other.page.getByLabel('This door').fill('Stalls right');
    await other.page.getByRole('button', { name: 'Pair and open' }).click();
    await other.page.getByText('Connected').waitFor();
    for (const used of [first, second]) {
      await scan(other.page, used);
      await answer(other.page, 'Used');
      expect(await said(other.page)).toContain('Circle');
    }
    await actAsStaff(theatre, owing.order, { act: 'take-payment' });
    await scan(other.page, third);
    await answer(other.page, 'Admit');

    // The supervisor ends the first phone. It is told so, and the other goes on.
    await desk.getByRole('button', { name: 'End Anna' }).click();
    await scan(page, codes(elsewhere)[0] ?? '');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.getByText('A supervisor ended this device').waitFor();
    await expectAccessible(page);
    await scan(other.page, third);
    await answer(other.page, 'Used');
    for (const { complaints, context } of [supervisor, phone, other]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
    expect(stage.faults).toEqual([]);
  });
});
