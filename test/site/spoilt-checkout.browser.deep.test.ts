import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { api } from '../../contracts/api.ts';
import { makeSigned } from '../../lambdas/foundation/signing.ts';
import { findBrowser } from '../browser.ts';
import { evenings } from './evening.ts';
import type { Theatre } from './theatre/theatre.ts';
import { comeIn, expectAccessible, type Visit } from './visitor.ts';

const path = findBrowser();

const voucher = makeSigned(
  'v1',
  { id: 'a', secret: 'secret' },
  { o: 'friends', f: 'ada', i: '1', x: 2_000_000_000, w: 'fault' },
);
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('stampede.voucher.friends'));

(path ? describe : describe.skip)('a checkout that an error of the theatre spoilt', () => {
  const evening = evenings({ width: 390 });
  let theatre: Theatre;
  let fan: Visit;

  beforeEach(async () => {
    ({ theatre, fan } = evening);
    const { page } = fan;
    await comeIn(page, theatre);
    await page.getByRole('button', { name: /^Find the best/ }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Name').fill('Ada Byron');
    await page.getByLabel('E-mail').fill('ada@example.org');
  });

  test('says so, keeps the voucher and the way back in, and asks for the same order again, not for another', async () => {
    const { page } = fan;
    const keys = new Set<string>();
    const orders = (url: URL) => url.pathname === api('POST orders').url;
    await page.route(orders, (route) => {
      keys.add(route.request().headers()['idempotency-key'] ?? '');
      return route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/fault', title: 'Wrong', status: 500, detail: 'Ours.', voucher }),
      });
    });
    await page.getByRole('button', { name: /^Order for/ }).click();
    const back = page.getByRole('link', { name: 'Go back in without waiting' });
    await back.waitFor();
    expect(await back.getAttribute('href')).toBe('/line?on-sale=friends');
    expect(await kept(page)).toBe(voucher);
    await expectAccessible(page);

    await page.reload();
    await page.getByRole('link', { name: 'Go back in without waiting' }).waitFor();
    await page.unroute(orders);
    const asked = page.waitForRequest((request) => request.method() === 'POST' && orders(new URL(request.url())));
    await page.getByRole('button', { name: 'Find out' }).click();
    keys.add((await asked).headers()['idempotency-key'] ?? '');
    await page
      .getByRole('img', { name: /^Ticket code/ })
      .first()
      .waitFor();
    expect(keys.size).toBe(1);
    expect(await kept(page)).toBeNull();
  });

  test('seats that were lost: the order brings the voucher, offered once the time to shop is over', async () => {
    const { page } = fan;
    const anOrder = ({ pathname }: URL) => pathname.startsWith(`${api('POST orders').url}/`);
    await page.route(anOrder, async (route) => {
      const answer = await route.fetch();
      const lost = { ...(await answer.json()), state: 'refused', refusal: 'seats-lost', tickets: [], voucher };
      await route.fulfill({ response: answer, json: lost });
    });
    await page.getByRole('button', { name: /^Order for/ }).click();
    await page.getByRole('link', { name: 'Choose again' }).waitFor();
    expect(await kept(page)).toBe(voucher);
    expect(await page.getByRole('link', { name: 'Go back in without waiting' }).count()).toBe(0);
    await page.evaluate(() => localStorage.removeItem('stampede.pass.friends'));
    await page.reload();
    await page.getByRole('link', { name: 'Go back in without waiting' }).waitFor();
    await expectAccessible(page);
  });
});
