import type { OrderColumns, OrderReadings } from '../../../contracts/readings.ts';
import { type MinutePoint, minuteMs, withPoint } from '../../../rules/minute-history.ts';
import { soldItems } from '../order/order.ts';
import type { PlacedOrder } from '../order/order-store.ts';
import { withBanks } from '../payment/dispute-steps.ts';

/*
 * What was sold, counted so that an order is read a few times and not again with each look. Orders placed in the last
 * minutes are known one by one. Minutes in which hardly anything still moves are summed up into the history. An order
 * may change later all the same: a bank takes its time, tickets are given back. So one old stretch of the history is
 * counted anew each minute, those first in which something moved.
 *
 *     history: sums by minute, ever coarser        │ upTo          now
 *     ────────────────────────────────────────────┼──────────────▶
 *     one stretch a minute is counted anew         │ each order by itself
 */

export type OrderCount = Readonly<Record<Exclude<keyof OrderColumns, 'at'>, number>>;

/** What is remembered of an order in the open window. */
export interface SeenOrder {
  readonly id: string;
  readonly onSale: string;
  readonly placedAt: number;
  readonly count: OrderCount;
}

/** An order is nearly always at rest by then: banks ask their questions in a minute or two. */
export const openMs = 3 * minuteMs;

const names = ['orders', 'tickets', 'money', 'underWay', 'promised', 'failedRefunds'] as const;

export const nothingSold: OrderColumns = {
  at: [],
  orders: [],
  tickets: [],
  money: [],
  underWay: [],
  promised: [],
  failedRefunds: [],
};

const nothing: OrderCount = { orders: 0, tickets: 0, money: 0, underWay: 0, promised: 0, failedRefunds: 0 };

export function seenOf(order: PlacedOrder): SeenOrder {
  const { id, onSale, placedAt } = order;
  return { id, onSale, placedAt, count: countOf(order) };
}

/** What one order adds. Money is what was paid, not given back, and not taken back by a bank. */
export function countOf(order: Omit<PlacedOrder, 'id' | 'onSale' | 'placedAt'>): OrderCount {
  const { state, payment, currency } = order;
  const isGood = state === 'confirmed';
  return {
    orders: isGood ? 1 : 0,
    tickets: isGood ? soldItems(order).reduce((sum, { seats }) => sum + seats.length, 0) : 0,
    money: Math.max(0, (payment.paid ?? 0) - (payment.refunded ?? 0) - withBanks(payment, currency)),
    underWay: state === 'paying' || state === 'placed' ? 1 : 0,
    promised: isGood && payment.state === 'promised' ? 1 : 0,
    failedRefunds: payment.failedRefunds?.length ?? 0,
  };
}

export function sumOfCounts(counts: readonly OrderCount[]): OrderCount {
  return counts.reduce((sum, one) => mapCount((name) => sum[name] + one[name]), nothing);
}

export function sumOfHistory(history: OrderColumns): OrderCount {
  return mapCount((name) => history[name].reduce((sum, one) => sum + one, 0));
}

/**
 * The history up to a minute: what was placed from `upTo` on, minute by minute. Minutes without an order are points as
 * well, since a chart must show that nothing was sold.
 */
export function foldInto(
  history: OrderColumns,
  upTo: number,
  window: readonly SeenOrder[],
  until: number,
): { readonly history: OrderColumns; readonly upTo: number } {
  let folded = history;
  let at = upTo;
  for (; at + minuteMs <= until; at += minuteMs) {
    const own = window.filter(({ placedAt }) => at <= placedAt && placedAt < at + minuteMs);
    const point: MinutePoint<keyof OrderColumns> = { at, ...sumOfCounts(own.map(({ count }) => count)) };
    folded = withPoint(folded, point, 'sum') as OrderColumns;
  }
  return { history: folded, upTo: at };
}

export interface OldStretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch that is counted anew in this minute: one in which something moved, else the next in turn. */
export function stretchToRecount({ at, underWay }: OrderColumns, upTo: number, now: number): OldStretch | undefined {
  const turn = Math.floor(now / minuteMs);
  const moving = at.flatMap((_, index) => ((underWay[index] ?? 0) > 0 ? [index] : []));
  // Every other minute in turn, so that one order which never comes to rest does not keep the others from it.
  const index = moving.length > 0 && turn % 2 === 0 ? moving[(turn / 2) % moving.length] : turn % at.length;
  const from = index === undefined ? undefined : at[index];
  return from === undefined || index === undefined ? undefined : { from, to: at[index + 1] ?? upTo };
}

/** With the new sums of the stretch; unchanged if it was merged with another meanwhile. */
export function recounted(
  history: OrderColumns,
  upTo: number,
  { from, to }: OldStretch,
  sum: OrderCount,
): OrderColumns {
  const index = history.at.indexOf(from);
  if (index < 0 || (history.at[index + 1] ?? upTo) !== to) return history;
  return { at: history.at, ...mapCount((name) => history[name].with(index, sum[name])) };
}

export const latelyMs = minuteMs;

export function readingsOfOrders(
  { onSale, currency }: Pick<OrderReadings, 'onSale' | 'currency'>,
  history: OrderColumns,
  window: readonly SeenOrder[],
  now: number,
): OrderReadings {
  const open = window.map(({ count }) => count);
  const lately = sumOfCounts(window.filter(({ placedAt }) => now - placedAt < latelyMs).map(({ count }) => count));
  const { orders, tickets, money } = lately;
  return {
    v: 1,
    onSale,
    countedAt: now,
    currency,
    ...sumOfCounts([sumOfHistory(history), ...open]),
    lately: { orders, tickets, money },
  };
}

function mapCount<Value>(make: (name: keyof OrderCount) => Value): Readonly<Record<keyof OrderCount, Value>> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Readonly<Record<keyof OrderCount, Value>>;
}
