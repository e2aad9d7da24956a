import { api } from '../../contracts/api.ts';
import type { OrderAudit, OrderBookPage, StaffAct } from '../../contracts/order.ts';
import type { PersonFound, PersonSearch } from '../../contracts/personal-data.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { dressed, withToken } from '../sign-in/me-api.ts';

/** The order book's questions to ordering, with an access token of somebody of the house. */

/** A page of the book, or the orders that were disputed. */
export function readBook(
  browser: Browser,
  access: string,
  asked: { readonly from?: string | undefined; readonly only?: 'disputed' | undefined },
): Promise<Answer<OrderBookPage>> {
  const { url } = api('GET staff/orders');
  const given = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined);
  const page = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
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

/** What the orders of one address keep, a stretch of the book at a time. */
export function seekPerson(browser: Browser, access: string, body: PersonSearch): Promise<Answer<PersonFound>> {
  return ask(dressed(browser), {
    ...api('POST staff/personal-data'),
    headers: withToken(access),
    body,
    timeout: 12_000,
    tries: 2,
  });
}
