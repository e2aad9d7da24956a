import { api } from '../../contracts/api.ts';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { DateRequest, GiveBackRequest, OrderRequest, OrderView, OwnOrders } from '../../contracts/order.ts';
import { header, published } from '../../contracts/paths.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { withPass } from '../browser.gateway.ts';

/** The requests of the checkout and the order page to ordering. */

export function placeOrder(
  browser: Browser,
  pass: string,
  key: string,
  body: OrderRequest,
  patient: () => void,
): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('POST orders'),
    headers: { ...withPass(pass), [header.idempotencyKey]: key },
    body,
    patient,
    timeout: 12_000,
  });
}

/** `slips`: newer ones of all its seats, if the fan was given more time since it was placed. */
export function readOrder(
  browser: Browser,
  order: string,
  key: string,
  slips: readonly string[] = [],
): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('GET orders/{order}', { order }),
    headers: { [header.orderKey]: key, ...(slips.length > 0 && { [header.slips]: slips.join(',') }) },
    cache: 'no-store',
    tries: 2,
  });
}

/** The orders of the fan whose receipt it is, also after their pass has ended. */
export function findOrders(browser: Browser, onSale: string, receipt: string): Promise<Answer<OwnOrders>> {
  return ask(browser, {
    ...api('GET lines/{onSale}/orders', { onSale }),
    headers: { [header.receipt]: receipt },
    cache: 'no-store',
    tries: 2,
  });
}

/** Gives its tickets back, all or those of one performance. Asked again, it is the same cancellation. */
export function cancelOrder(browser: Browser, order: string, key: string, only?: string): Promise<Answer<OrderView>> {
  const { method, url } = api('POST orders/{order}/cancel', { order });
  return ask(browser, {
    method,
    url: only === undefined ? url : `${url}?performance=${encodeURIComponent(only)}`,
    headers: { [header.orderKey]: key },
    timeout: 12_000,
  });
}

/** Another date in place of a performance that was cancelled. Asked again, it is the same choice. */
export function chooseDate(
  browser: Browser,
  order: string,
  key: string,
  body: DateRequest,
): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('POST orders/{order}/choose-date', { order }),
    headers: { [header.orderKey]: key },
    body,
    timeout: 12_000,
  });
}

/** A performance as it is published. */
export function readDate(browser: Browser, performance: string): Promise<Answer<PerformanceFile>> {
  return ask(browser, { url: published.performance(encodeURIComponent(performance)), tries: 2 });
}

/** Some of its tickets. Asked again, it is the same. */
export function giveBackTickets(
  browser: Browser,
  order: string,
  key: string,
  body: GiveBackRequest,
): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('POST orders/{order}/give-back', { order }),
    headers: { [header.orderKey]: key },
    body,
    timeout: 12_000,
  });
}

/** The venue writes about other shows no more. Asked again, it is the same. */
export function takeBackNews(browser: Browser, order: string, key: string): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('POST orders/{order}/take-back-news', { order }),
    headers: { [header.orderKey]: key },
    timeout: 12_000,
  });
}
