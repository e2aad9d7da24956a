import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Availability, Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { ExchangeRequest, OrderView } from '../../contracts/order.ts';
import { header, published } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import { type Answer, ask, type World } from '../api.ts';
import { withPass } from '../browser.gateway.ts';

/** What the hall and the checkout ask of seating, and the files they read. */

export function readPerformance(world: World, performance: string): Promise<Answer<PerformanceFile>> {
  return ask(world, { url: published.performance(encodeURIComponent(performance)) });
}

export function readPlan(world: World, plan: string): Promise<Answer<Plan>> {
  return ask(world, { url: published.plan(encodeURIComponent(plan)), timeout: 20_000 });
}

/** One answer for everybody, a second old at most. */
export function readAvailability(world: World, performance: string): Promise<Answer<Availability>> {
  return ask(world, {
    url: `/api/performances/${encodeURIComponent(performance)}/availability`,
    cache: 'no-cache',
    tries: 1,
  });
}

export function askForHold(
  world: World,
  pass: string,
  performance: string,
  key: string,
  wish: HoldRequest,
): Promise<Answer<HoldView>> {
  return ask(world, {
    method: 'POST',
    url: `/api/performances/${performance}/holds`,
    headers: { ...withPass(pass), [header.idempotencyKey]: key },
    body: wish,
  });
}

export function readHold(world: World, pass: string, performance: string, hold: string): Promise<Answer<HoldView>> {
  return ask(world, {
    url: `/api/performances/${performance}/holds/${hold}`,
    headers: withPass(pass),
    cache: 'no-store',
    tries: 2,
  });
}

export function releaseHold(world: World, pass: string, performance: string, hold: string): Promise<Answer<unknown>> {
  return ask(world, {
    method: 'DELETE',
    url: `/api/performances/${performance}/holds/${hold}`,
    headers: withPass(pass),
  });
}

export function readBasket(world: World, pass: string): Promise<Answer<Basket>> {
  return ask(world, { url: '/api/basket', headers: withPass(pass), cache: 'no-store' });
}

/** More time for all that is held; the answer's `timer` says until when. */
export function extendBasket(world: World, pass: string): Promise<Answer<Basket>> {
  return ask(world, { method: 'POST', url: '/api/basket/extend', headers: withPass(pass) });
}

/** Other seats of the same performance for seats of an order; asked again, it is the same exchange. */
export function exchangeSeats(
  world: World,
  order: string,
  key: string,
  body: ExchangeRequest,
): Promise<Answer<OrderView>> {
  return ask(world, {
    method: 'POST',
    url: `/api/orders/${encodeURIComponent(order)}/exchange`,
    headers: { [header.orderKey]: key },
    body,
    timeout: 12_000,
  });
}
