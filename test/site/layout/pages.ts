import type { Page } from 'playwright-core';
import { keyOf, orderOf } from '../theatre/orders.ts';
import type { Theatre } from '../theatre/theatre.ts';
import { comeIn } from '../visitor.ts';

/** Every page of a fan, as an address, and what is in sight once all of it is there. */
export interface FanPage {
  readonly name: string;
  /** Without the origin. */
  readonly address: string;
  readonly whole: string;
}

/** A fan who bought two seats and holds two more: every page has something to show. English. */
export async function shop(page: Page, theatre: Theatre): Promise<readonly FanPage[]> {
  await comeIn(page, theatre);
  const hold = async () => {
    await page.locator('.best [type="submit"]').click();
    await page.getByRole('heading', { name: 'Held for you' }).waitFor();
  };
  await hold();
  await page.getByRole('link', { name: 'Check out' }).click();
  await page.getByLabel('Name').fill('Ada Byron');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByRole('button', { name: /^Order for/ }).click();
  await page.waitForURL(/\/order/);
  await page
    .getByRole('img', { name: /^Ticket code/ })
    .first()
    .waitFor();
  const { order } = await orderOf(theatre);
  await page.goto(`${theatre.base}/hall?performance=lear-3`);
  await page.locator('.best [type="submit"]').waitFor();
  await hold();
  return pages(`/order?id=${order}#key=${keyOf(order)}`);
}

const pages = (order: string): readonly FanPage[] => [
  { name: 'season', address: '/', whole: '.posters li:last-child' },
  { name: 'show', address: '/shows/lear', whole: '.date a' },
  { name: 'line', address: '/line?on-sale=public', whole: 'form' },
  { name: 'hall', address: '/hall?performance=lear-3', whole: '.plan canvas[data-detail], .plan svg' },
  { name: 'checkout', address: '/checkout', whole: 'form' },
  { name: 'order', address: order, whole: '.ticket-code, [role=img]' },
  { name: 'find an order', address: '/order', whole: '.find-order, .finding, .found-orders' },
  { name: 'ledger', address: '/ledger?on-sale=friends', whole: '.seal' },
  { name: 'check', address: '/check?on-sale=friends', whole: 'ol, .steps, form' },
];
