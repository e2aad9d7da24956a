import { api } from '../../contracts/api.ts';
import type { OrderAudit, OrderBookPage, StaffAct } from '../../contracts/order.ts';
import { type Answer, ask, type Browser } from '../api.ts';

/** The order book's questions to ordering, with the staff key. */

const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

export function readBook(browser: Browser, key: string, from: string | undefined): Promise<Answer<OrderBookPage>> {
  const { url } = api('GET staff/orders');
  const page = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return ask(browser, { url: url + page, headers: withKey(key), cache: 'no-store' });
}

export function readAudit(browser: Browser, key: string, order: string): Promise<Answer<OrderAudit>> {
  return ask(browser, {
    ...api('GET staff/orders/{order}', { order }),
    headers: withKey(key),
    cache: 'no-store',
    tries: 2,
  });
}

/** Every act is safe to repeat: done twice, it is done once. */
export function actOn(browser: Browser, key: string, order: string, body: StaffAct): Promise<Answer<OrderAudit>> {
  return ask(browser, {
    ...api('POST staff/orders/{order}', { order }),
    headers: withKey(key),
    body,
    timeout: 12_000,
  });
}
