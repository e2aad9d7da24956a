import type { Page } from 'playwright-core';
import type { StaffRole } from '../../../contracts/staff.ts';
import { keyOf, orderOf } from '../theatre/orders.ts';
import type { Theatre } from '../theatre/theatre.ts';
import { comeIn } from '../visitor.ts';

/** A page, as an address, and what is in sight once all of it is there. */
export interface SeenPage {
  readonly name: string;
  /** Without the origin. */
  readonly address: string;
  readonly whole: string;
}

/** A fan who bought two seats and holds two more: every page has something to show. English. */
export async function shop(page: Page, theatre: Theatre): Promise<readonly SeenPage[]> {
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

const pages = (order: string): readonly SeenPage[] => [
  { name: 'season', address: '/', whole: '.posters li:last-child' },
  { name: 'show', address: '/shows/lear', whole: '.date a' },
  { name: 'line', address: '/line?on-sale=public', whole: 'form' },
  { name: 'hall', address: '/hall?performance=lear-3', whole: '.plan canvas[data-detail], .plan svg' },
  { name: 'checkout', address: '/checkout', whole: 'form' },
  { name: 'order', address: order, whole: '.ticket-code, [role=img]' },
  { name: 'find an order', address: '/order', whole: '.find-order, .finding, .found-orders' },
  { name: 'ledger', address: '/ledger?on-sale=friends', whole: '.seal' },
  { name: 'check', address: '/check?on-sale=friends', whole: 'ol, .steps, form' },
  { name: 'plain', address: '/plain/friends', whole: 'main form' },
];

/** The pages of the house, in English alone, with the role of whoever sees them. */
export const housePages: readonly (SeenPage & { readonly role?: StaffRole })[] = [
  { name: 'door', address: '/door', whole: '#main h1' },
  { name: 'developers', address: '/developers', whole: '#main h1' },
  { name: 'staff', address: '/staff', whole: '.staff-tools', role: 'owner' },
  { name: 'control room', address: '/control-room?on-sale=public', whole: '.levers', role: 'ops' },
  { name: 'order book', address: '/order-book', whole: '#main input', role: 'box-office' },
];
