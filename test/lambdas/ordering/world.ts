import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { OrderRequest } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { makeSigned, type PassKey } from '../../../lambdas/foundation/signing.ts';
import { offeredPayments } from '../../../lambdas/ordering/offered-payments.ts';
import { orderTwin } from '../../../lambdas/ordering/order.twin.ts';
import { orderingKeys } from '../../../lambdas/ordering/order-id.ts';
import type { OrderInput, PlaceOrderPorts } from '../../../lambdas/ordering/place-order.ts';

export const now = Date.UTC(2027, 3, 1, 9, 0, 0);
const day = 86_400_000;

export const passKeys: readonly [PassKey, PassKey] = [
  { id: 'b', secret: 'the key that signs today' },
  { id: 'a', secret: 'the key that signed yesterday' },
];
export const keys = orderingKeys('an ordering secret for tests');

export const performance: PerformanceFile = {
  v: 1,
  id: 'storm-1',
  show: 'storm',
  title: 'The Storm',
  venue: 'Festival Theatre',
  startsAt: now + 60 * day,
  plan: 'thrust-0123456789ab',
  prices: { band1: 6500, band2: 4000, free: 0 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [{ id: 'friends', seatsPerFan: 8, holdMinutes: 10 }],
};
export const performances: readonly PerformanceFile[] = [
  performance,
  { ...performance, id: 'storm-2', startsAt: now + 61 * day },
  { ...performance, id: 'tonight', startsAt: now + 40 * 60_000 },
  { ...performance, id: 'abroad', currency: 'EUR', timeZone: 'Europe/Berlin' },
];

export function passOf(fan = 'ada', more: { onSale?: string; expiresAt?: number; key?: PassKey } = {}): string {
  const { onSale = 'friends', expiresAt = now + 900_000, key = passKeys[0] } = more;
  return makeSigned('p1', key, { o: onSale, f: fan, i: 'pass1', x: Math.floor(expiresAt / 1000) });
}

export function slipOf(hold: string, more: Partial<Slip> = {}, key: PassKey = passKeys[0]): string {
  const slip: Slip = {
    hold,
    performance: 'storm-1',
    onSale: 'friends',
    fan: 'ada',
    seats: [1, 2].map((n) => ({ id: `${hold}-${n}`, category: 'band1', label: `Stalls, row C, seat ${n}` })),
    expiresAt: now + 600_000,
    ...more,
  };
  return makeSigned('s1', key, slip);
}

export const buyer = { name: 'Ada Lovelace', email: 'ada@example.org', phone: '+44 20 7946 0000' };

export function requestOf(slips: readonly string[], payment: OrderRequest['payment'] = { method: 'box-office' }) {
  return { slips: [...slips], buyer, payment } satisfies OrderRequest;
}

export function inputOf(slips: readonly string[], more: Partial<OrderInput> = {}): OrderInput {
  return { pass: passOf(), idempotencyKey: 'key-0001', request: requestOf(slips), ...more };
}

/** Seating as ordering sees it: the first order to ask for a hold gets it, unless the hold is lost already. */
export function fakeHouse(lost: readonly string[] = []) {
  const asked: HouseAsk[] = [];
  const soldTo = new Map<string, string>();
  return {
    asked,
    soldTo,
    ask: async (ask: HouseAsk) => {
      asked.push(ask);
    },
    /** What the house answers to everything asked so far. */
    answers(): readonly HouseOutcome[] {
      return asked.flatMap((ask) => {
        if (ask.ask !== 'sell') return [];
        const { order, hold, performance, onSale, fan, seats } = ask;
        if (!lost.includes(hold) && !soldTo.has(hold)) soldTo.set(hold, order);
        const outcome = soldTo.get(hold) === order ? 'sold' : 'lost';
        return [{ outcome, order, hold, performance, onSale, fan, seats } as const];
      });
    },
  };
}

export function portsOf(more: Partial<PlaceOrderPorts> = {}): PlaceOrderPorts {
  return {
    store: orderTwin(),
    payments: offeredPayments('box-office,sandbox-card', '1'),
    findPerformance: async (id) => performances.find((known) => known.id === id),
    askHouse: fakeHouse().ask,
    passKeys,
    keys,
    ...more,
  };
}
