import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import type { OrderRequest } from '../../../contracts/order.ts';
import type { HeldSeat, Slip } from '../../../contracts/pass.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { fixedKeys } from '../../../lambdas/foundation/keys.ts';
import { makeSigned, type SharedKey } from '../../../lambdas/foundation/signing.ts';
import { auditTwin } from '../../../lambdas/foundation/staff/audit.twin.ts';
import type { StaffMember } from '../../../lambdas/foundation/staff/who-asks.ts';
import type { ChangeOrderDeps } from '../../../lambdas/ordering/book/change-order.ts';
import { type OrderInput, type PlaceOrderDeps, placeOrder } from '../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../lambdas/ordering/buy/settle-order.ts';
import type { TendOrdersDeps } from '../../../lambdas/ordering/buy/tend-orders.ts';
import type { CancelOrderDeps } from '../../../lambdas/ordering/change/cancel-order.ts';
import type { ChooseDateDeps } from '../../../lambdas/ordering/change/choose-date.ts';
import type { ExchangeSeatsDeps } from '../../../lambdas/ordering/change/exchange-seats.ts';
import type { GiveBackTicketsDeps } from '../../../lambdas/ordering/change/give-back-tickets.ts';
import { doorTwin } from '../../../lambdas/ordering/door/door.twin.ts';
import type { DoorStore } from '../../../lambdas/ordering/door/door-store.ts';
import type { OrderRecord } from '../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../lambdas/ordering/order/order.twin.ts';
import { orderingKeys } from '../../../lambdas/ordering/order/order-id.ts';
import type { OrderStore } from '../../../lambdas/ordering/order/order-store.ts';
import type { KnownSeat } from '../../../lambdas/ordering/order/plan-seats.ts';
import { offeredPayments } from '../../../lambdas/ordering/payment/offered-payments.ts';

export const now = Date.UTC(2027, 3, 1, 9, 0, 0);
const day = 86_400_000;

export const passKeys: readonly [SharedKey, SharedKey] = [
  { id: 'b', secret: 'the key that signs today' },
  { id: 'a', secret: 'the key that signed yesterday' },
];
export const slipKeys: readonly [SharedKey, SharedKey] = [
  { id: 'b', secret: 'the key that signs slips today' },
  { id: 'a', secret: 'the key that signed slips yesterday' },
];
export const voucherKey: SharedKey = { id: 'a', secret: 'the key that signs vouchers' };
export const keys = orderingKeys('an ordering secret for tests');

export const performance: PerformanceFile = {
  v: 1,
  id: 'storm-1',
  show: 'storm',
  title: 'The Storm',
  venue: 'Festival Theatre',
  startsAt: now + 60 * day,
  plan: 'thrust-0123456789ab',
  prices: { band1: 6500, band2: 4000, gold: 9000, free: 0 },
  currency: 'GBP',
  timeZone: 'Europe/London',
  onSales: [{ id: 'friends', seatsPerFan: 8, holdMinutes: 10, returnHours: 48 }],
  concessions: [
    { id: 'under-26', name: 'Under 26', percentOff: 50, mostPerFan: 8 },
    { id: 'carer', name: 'Carer', percentOff: 100, mostPerFan: 8 },
  ],
};
export const performances: readonly PerformanceFile[] = [
  performance,
  { ...performance, id: 'storm-2', startsAt: now + 61 * day },

  { ...performance, id: 'tonight', startsAt: now + 40 * 60_000 },
  { ...performance, id: 'abroad', currency: 'EUR', timeZone: 'Europe/Berlin' },
];

export function passOf(fan = 'ada', more: { onSale?: string; expiresAt?: number; key?: SharedKey } = {}): string {
  const { onSale = 'friends', expiresAt = now + 900_000, key = passKeys[0] } = more;
  return makeSigned('p1', key, { o: onSale, f: fan, i: 'pass1', q: 1, x: Math.floor(expiresAt / 1000) });
}

/** The seats that slips here name, which no plan has: what each of them is. */
const seatsOfSlips = new Map<string, KnownSeat>();

/** A slip as seating signs it. `more.seats` are put on the plan that ordering reads. */
export function slipOf(
  hold: string,
  { seats: given, ...more }: Partial<Omit<Slip, 'seats'>> & { readonly seats?: readonly HeldSeat[] } = {},
  key: SharedKey = slipKeys[0],
): string {
  const seats =
    given ?? [1, 2].map((n) => ({ id: `${hold}-${n}`, category: 'band1', label: `Stalls, row C, seat ${n}` }));
  for (const { id, ...seat } of seats) seatsOfSlips.set(id, seat);
  const slip: Slip = {
    hold,
    performance: 'storm-1',
    onSale: 'friends',
    fan: 'ada',
    seats: seats.map(({ id }) => id),
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

/** A small plan: row C of the stalls, and a wheelchair place. Seats of holds are not on it, since nothing reads them there. */
export const plan: Plan = {
  v: 1,
  id: performance.plan,
  name: 'Thrust',
  width: 10,
  height: 10,
  focalPoint: { x: 0, y: 0 },
  categories: [],
  sections: [
    {
      id: 'stalls',
      name: 'Stalls',
      kind: 'seated',
      neighbours: [],
      rows: [
        {
          label: 'F',
          seats: [1, 2, 3, 4, 5, 6].map((n) => ({
            id: `F-${n}`,
            number: `${n}`,
            x: n,
            y: 1,
            category: n <= 2 ? 'band1' : n <= 4 ? 'band2' : 'gold',
            ...(n === 6 && { access: 'wheelchair' as const }),
          })),
        },
      ],
    },
  ],
  scenery: [],
  seats: 6,
};

/**
 * Long because the house is in it. Seating as ordering sees it. The first order to ask for a hold gets it, unless the hold is lost already. A change is
 * made if no seat asked for is somebody else's, and answered the same way however often it is asked.
 */
export function fakeHouse(
  lost: readonly string[] = [],
  taken: readonly string[] = [],
  /** By performance: what is free for those who choose another date. */
  free: Readonly<Record<string, readonly HeldSeat[]>> = {},
) {
  const asked: HouseAsk[] = [];
  const soldTo = new Map<string, string>();
  /** By hold: the seats it has now. */
  const seatsOf = new Map<string, readonly string[]>();
  /** By hold: every time that all its seats came back. */
  const returned: string[] = [];
  const changes = new Map<string, { readonly change: number; readonly outcome: 'changed' | 'kept' }>();
  const anew = new Map<string, readonly HeldSeat[]>();
  const given = new Set<string>();
  /** All parties or none; the first answer of a hold is its answer. */
  const seatAnew = ({ hold, order, performance, parties }: Extract<HouseAsk, { ask: 'seat-anew' }>) => {
    const known = anew.get(hold);
    if (known) return known;
    const left = (free[performance] ?? []).filter(({ id }) => !given.has(id));
    const seats = parties.flatMap(({ count, category, access }) => {
      const fit = left.filter(
        (seat) =>
          (category === undefined || seat.category === category) &&
          (access ? seat.access !== undefined : seat.access === undefined),
      );
      for (const seat of fit.slice(0, count)) left.splice(left.indexOf(seat), 1);
      return fit.slice(0, count);
    });
    const all = seats.length === parties.reduce((sum, { count }) => sum + count, 0) ? seats : [];
    for (const { id } of all) given.add(id);
    anew.set(hold, all);
    if (all.length > 0) {
      soldTo.set(hold, order);
      seatsOf.set(
        hold,
        all.map(({ id }) => id),
      );
    }
    return all;
  };
  let heard = 0;
  const sell = (ask: Extract<HouseAsk, { ask: 'sell' }>) => {
    if (!lost.includes(ask.hold) && !soldTo.has(ask.hold)) {
      soldTo.set(ask.hold, ask.order);
      seatsOf.set(ask.hold, ask.seats);
    }
    return soldTo.get(ask.hold) === ask.order ? ('sold' as const) : ('lost' as const);
  };
  const change = ({ hold, order, change, to }: Extract<HouseAsk, { ask: 'change' }>) => {
    const last = changes.get(hold);
    if (last && last.change > change) return undefined;
    if (last?.change === change) return last.outcome;
    const others = [...seatsOf].filter(([other]) => other !== hold).flatMap(([, seats]) => seats);
    const free = soldTo.get(hold) === order && !to.some((seat) => taken.includes(seat) || others.includes(seat));
    const outcome = free ? 'changed' : 'kept';
    changes.set(hold, { change, outcome });
    if (free) seatsOf.set(hold, to);
    if (free && to.length === 0) returned.push(hold);
    return outcome;
  };
  const answerTo = (ask: HouseAsk): readonly HouseOutcome[] => {
    if (ask.ask !== 'sell' && ask.ask !== 'change' && ask.ask !== 'seat-anew') return [];
    const { order, hold, performance, onSale, fan } = ask;
    const said = { order, hold, performance, onSale, fan };
    if (ask.ask === 'seat-anew') {
      const named = [...seatAnew(ask)];
      const seats = named.map(({ id }) => id);
      const outcome = named.length > 0 ? ('changed' as const) : ('kept' as const);
      return [{ ...said, outcome, seats, change: ask.change, ...(named.length > 0 && { named }) }];
    }
    if (ask.ask === 'sell') {
      const outcome = sell(ask);
      const why = soldTo.has(ask.hold) ? 'hold-sold-already' : 'seat-lost';
      return [{ ...said, outcome, seats: ask.seats, ...(outcome === 'lost' && ({ why } as const)) }];
    }
    const outcome = change(ask);
    return outcome ? [{ ...said, outcome, change: ask.change, seats: outcome === 'changed' ? ask.to : ask.from }] : [];
  };
  return {
    asked,
    soldTo,
    seatsOf,
    returned,
    ask: async (ask: HouseAsk) => {
      asked.push(ask);
    },
    /** The house's answers to everything asked so far, also those it gave before. */
    answers: (): readonly HouseOutcome[] => asked.flatMap(answerTo),
    /** The house's answers to everything asked since. */
    news: (): readonly HouseOutcome[] => {
      const since = asked.slice(heard);
      heard = asked.length;
      return since.flatMap(answerTo);
    },
  };
}

export type SmallStage = PlaceOrderDeps &
  ChooseDateDeps &
  GiveBackTicketsDeps &
  TendOrdersDeps &
  CancelOrderDeps &
  ExchangeSeatsDeps &
  ChangeOrderDeps & { readonly store: OrderStore; readonly door: DoorStore; readonly told: readonly OrderRecord[] };

/** Somebody who may do everything, and somebody who may nothing. */
export const staff: StaffMember = { email: 'olga@example.org', may: () => true };
export const nobody: StaffMember = { email: 'olga@example.org', may: () => false };

export function portsOf(more: Partial<SmallStage> = {}): SmallStage {
  const told: OrderRecord[] = [];
  const files = new Map<string, unknown>([
    ...performances.map((file) => [published.performance(file.id), file] as const),
    [published.plan(plan.id), plan],
  ]);
  return {
    store: orderTwin(),
    door: doorTwin(),
    payments: offeredPayments('box-office,sandbox-card', '1'),
    findPerformance: async (id) => performances.find((known) => known.id === id),
    read: async <File>(path: string) => files.get(path) as File | undefined,
    askHouse: fakeHouse().ask,
    announce: async (order) => {
      told.push(order);
    },
    findSeats: async () => seatsOfSlips,
    passKeys: fixedKeys(passKeys),
    slipKeys: fixedKeys(slipKeys),
    voucherKeys: fixedKeys([voucherKey]),
    findEnded: async () => new Set<string>(),
    keys,
    audit: auditTwin(),
    newId: () => 'an-entry-of-a-test',
    told,
    ...more,
  };
}

/** A confirmed order of these holds, with its house. */
export async function confirmedOrder(
  payment: OrderRequest['payment'],
  more: Partial<SmallStage> = {},
  { holds = ['hold00000001'], taken = [] as readonly string[], concessions = [] as OrderRequest['concessions'] } = {},
) {
  const house = fakeHouse([], taken);
  const deps = portsOf({ askHouse: house.ask, ...more });
  const request = {
    ...requestOf(
      holds.map((hold) => slipOf(hold)),
      payment,
    ),
    concessions,
  };
  const placed = await placeOrder(deps, inputOf([], { request }), now);
  if (!placed.ok) throw new Error(placed.detail);
  for (const answer of house.news()) await settleOrder(deps, answer, now);
  const { order: id, key } = placed.order;
  const standing = async (): Promise<OrderRecord> => {
    const order = await deps.store.get(id);
    if (!order) throw new Error('the order is gone');
    return order;
  };
  const hear = async (at = now) => {
    for (const answer of house.news()) await settleOrder(deps, answer, at);
    return standing();
  };
  return { deps, house, id, asked: { id, key }, order: await standing(), standing, hear };
}
