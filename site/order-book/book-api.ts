import { api } from '../../contracts/api.ts';
import type { OrderAudit, OrderBookPage, StaffAct } from '../../contracts/order.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { dressed, withToken } from '../sign-in/me-api.ts';

/** The order book's questions to ordering, with an access token of somebody of the house. */

export function readBook(browser: Browser, access: string, from: string | undefined): Promise<Answer<OrderBookPage>> {
  const { url } = api('GET staff/orders');
  const page = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return ask(dressed(browser), { url: url + page, headers: withToken(access), cache: 'no-store' });
}

export function readAudit(browser: Browser, access: string, order: string): Promise<Answer<OrderAudit>> {
  return ask(dressed(browser), {
    ...api('GET staff/orders/{order}', { order }),
    headers: withToken(access),
    cache: 'no-store',
    tries: 2,
  });
}

/** Every act is safe to repeat: done twice, it is done once. */
export function actOn(browser: Browser, access: string, order: string, body: StaffAct): Promise<Answer<OrderAudit>> {
  return ask(dressed(browser), {
    ...api('POST staff/orders/{order}', { order }),
    headers: withToken(access),
    body,
    timeout: 12_000,
  });
}
