import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import type { DoorList } from '../../contracts/door.ts';
import type { OrderView } from '../../contracts/order.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { forged } from '../forged.ts';
import { builtSite } from './built-site.ts';
import { filmOf } from './door/filmed.ts';
import { buy } from './theatre/orders.ts';
import { linkIn, openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, visit } from './visitor.ts';

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
    await page.goto(`${theatre.base}/door`);
    await page.getByLabel('Staff key').fill(theatre.staffKey);
    await page.keyboard.press('Enter');
    await page.getByLabel('Performance').selectOption(night);
    await page.getByLabel('This door').fill(door);
    await page.getByRole('button', { name: 'Open this door' }).click();
    await page.getByText('Connected').waitFor();
  };
  const answer = (page: Page, word: string) => page.getByRole('alertdialog', { name: word }).waitFor();
  /** As a hand scanner does: letters at once, then Enter, wherever the focus is. */
  const scan = (page: Page, code: string) =>
    page.evaluate(
      (keys) => {
        for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
      },
      [...code, 'Enter'],
    );

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
    const { stage, staffKey, time } = theatre;
    const door = api('POST staff/door/{performance}', { performance: night }).url;
    const headers = { authorization: `Bearer ${staffKey}` };
    await stage.ask('POST', door, {
      headers,
      body: { door: 'Circle', scans: [{ code: abroad, scannedAt: time.now }] },
    });

    await page.reload();
    await page.getByLabel('Performance').selectOption(night);
    await page.getByRole('button', { name: 'Open this door' }).click();
    await page.getByText('2 scans wait to be sent').waitFor();
    await scan(page, again);
    await answer(page, 'Used');
    await page.getByRole('button', { name: 'Next' }).click();

    await context.setOffline(false);
    await page.getByRole('heading', { name: '1 ticket came twice' }).waitFor();
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
});
