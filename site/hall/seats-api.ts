import { api } from '../../contracts/api.ts';
import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Availability, Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { ExchangeRequest, OrderView } from '../../contracts/order.ts';
import { header, published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import { type Answer, ask, type Browser } from '../api.ts';
import { withPass } from '../browser.gateway.ts';

/** The requests of the hall and the checkout to seating, and the files they read. */

export function readPerformance(browser: Browser, performance: string): Promise<Answer<PerformanceFile>> {
  return ask(browser, { url: published.performance(encodeURIComponent(performance)) });
}

export function readPlan(browser: Browser, plan: string): Promise<Answer<Plan>> {
  return ask(browser, { url: published.plan(encodeURIComponent(plan)), timeout: 20_000 });
}

/** One answer for everybody, a second old at most. */
export function readAvailability(browser: Browser, performance: string): Promise<Answer<Availability>> {
  return ask(browser, {
    ...api('GET performances/{performance}/availability', { performance }),
    cache: 'no-cache',
    tries: 1,
  });
}

export function askForHold(
  browser: Browser,
  pass: string,
  performance: string,
  key: string,
  wish: HoldRequest,
  patient: () => void,
): Promise<Answer<HoldView>> {
  return ask(browser, {
    ...api('POST performances/{performance}/holds', { performance }),
    headers: { ...withPass(pass), [header.idempotencyKey]: key },
    body: wish,
    patient,
  });
}

export function readHold(browser: Browser, pass: string, performance: string, hold: string): Promise<Answer<HoldView>> {
  return ask(browser, {
    ...api('GET performances/{performance}/holds/{hold}', { performance, hold }),
    headers: withPass(pass),
    cache: 'no-store',
    tries: 2,
  });
}

export function releaseHold(
  browser: Browser,
  pass: string,
  performance: string,
  hold: string,
): Promise<Answer<unknown>> {
  return ask(browser, {
    ...api('DELETE performances/{performance}/holds/{hold}', { performance, hold }),
    headers: withPass(pass),
  });
}

export function readBasket(browser: Browser, pass: string): Promise<Answer<Basket>> {
  return ask(browser, { ...api('GET basket'), headers: withPass(pass), cache: 'no-store' });
}

/** More time for all that is held; the answer's `timer` says until when. */
export function extendBasket(browser: Browser, pass: string): Promise<Answer<Basket>> {
  return ask(browser, { ...api('POST basket/extend'), headers: withPass(pass) });
}

/** Other seats of the same performance for seats of an order; asked again, it is the same exchange. */
export function exchangeSeats(
  browser: Browser,
  order: string,
  key: string,
  body: ExchangeRequest,
): Promise<Answer<OrderView>> {
  return ask(browser, {
    ...api('POST orders/{order}/exchange', { order }),
    headers: { [header.orderKey]: key },
    body,
    timeout: 12_000,
  });
}
