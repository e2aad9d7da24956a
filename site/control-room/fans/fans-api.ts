import { api } from '../../../contracts/api.ts';
import type { FanHelp, FanHelped, FanHolds, FanSearch, FoundFans } from '../../../contracts/find-fan.ts';
import type { OrderAudit, OrderSearch, SoughtOrders, StaffAct } from '../../../contracts/order.ts';
import { type Answer, ask, type Browser } from '../../api.ts';
import { dressed, withToken } from '../../sign-in/me-api.ts';

/** The questions about a fan, to three rooms of the platform. What was typed is in the bodies, and in no address. */

const asked = <Body>(browser: Browser, access: string, what: { method: 'POST'; url: string }, body: unknown) =>
  ask<Body>(dressed(browser), {
    ...what,
    headers: withToken(access),
    body,
    cache: 'no-store',
    timeout: 12_000,
    tries: 2,
  });

export const findFan = (
  browser: Browser,
  access: string,
  onSale: string,
  body: FanSearch,
): Promise<Answer<FoundFans>> => asked(browser, access, api('POST staff/lines/{onSale}/fans', { onSale }), body);

export const helpFan = (browser: Browser, access: string, onSale: string, body: FanHelp): Promise<Answer<FanHelped>> =>
  asked(browser, access, api('POST staff/lines/{onSale}/fans/help', { onSale }), body);

export const findHolds = (browser: Browser, access: string, onSale: string, fan: string): Promise<Answer<FanHolds>> =>
  asked(browser, access, api('POST staff/holds'), { onSale, fan });

export const seekOrders = (browser: Browser, access: string, body: OrderSearch): Promise<Answer<SoughtOrders>> =>
  asked(browser, access, api('POST staff/orders'), body);

export const changeOrder = (
  browser: Browser,
  access: string,
  order: string,
  body: StaffAct,
): Promise<Answer<OrderAudit>> => asked(browser, access, api('POST staff/orders/{order}', { order }), body);
