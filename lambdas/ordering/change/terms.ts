import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { isMoving, type OrderedHold, type OrderRecord, soldItems } from '../order/order.ts';
import type { FindPerformance } from '../order/performances.ts';
import { ticketsOf } from '../ticket/ticket.ts';

/*
 * The changes that a fan may make by themselves. A promise until its deadline: nothing was paid yet. A paid order as
 * long as the published performances say that this on-sale takes seats back, and every one of the order begins later
 * than that. Seats of a performance that was moved, in any case until the day that the move names: also alone, where the
 * order has others. All else is for the box office.
 */

const hour = 3_600_000;

/** What a fan may do now. */
export interface FanMay {
  /** Give all back, or exchange. */
  readonly change: boolean;
  /** Performances whose seats alone they may give back. */
  readonly giveBack: readonly string[];
  /** Tickets of which they may give back some. */
  readonly tickets: readonly string[];
}

/**
 * `performances` holds the published file of every performance of the order that has one. `only`: of this performance
 * alone, which must be one that was moved.
 */
export function mayChange(
  order: OrderRecord,
  performances: ReadonlyMap<string, PerformanceFile>,
  now: number,
  only?: string,
): boolean {
  const { state, payment } = order;
  if (state !== 'confirmed' || isMoving(order)) return false;
  if (only !== undefined) return alone(order, now).includes(only);
  if (payment.state === 'promised') return payment.deadline !== undefined && now < payment.deadline;
  if (payment.state !== 'captured') return false;
  const sold = soldItems(order);
  if (sold.length === 0) return false;
  return sold.every((item) => isReturnable(order, item, performances, now));
}

/** A seat that was paid. */
function isReturnable(
  order: OrderRecord,
  item: OrderedHold,
  performances: ReadonlyMap<string, PerformanceFile>,
  now: number,
): boolean {
  if (mayReturnMoved(item, now)) return true;
  const file = performances.get(item.performance);
  const { returnHours } = file?.onSales.find(({ id }) => id === order.onSale) ?? {};
  return file !== undefined && returnHours !== undefined && file.startsAt - returnHours * hour > now;
}

/** Ids of the tickets that a fan may give back one by one: those of each performance for which the time is not over. */
export function returnable(
  order: OrderRecord,
  performances: ReadonlyMap<string, PerformanceFile>,
  now: number,
): readonly string[] {
  const { state, payment } = order;
  if (state !== 'confirmed' || isMoving(order)) return [];
  const isFree = (item: OrderedHold) => {
    if (payment.state === 'promised') return payment.deadline !== undefined && now < payment.deadline;
    return payment.state === 'captured' && isReturnable(order, item, performances, now);
  };
  return soldItems(order)
    .filter(isFree)
    .flatMap((item) => ticketsOf(order, item).map(({ id }) => id));
}

function mayReturnMoved({ moved, startsAt }: OrderedHold, now: number): boolean {
  return moved !== undefined && now < Math.min(moved.returnUntil, startsAt);
}

/** The moved performances whose seats a fan may give back and keep the others. */
export function alone(order: OrderRecord, now: number): readonly string[] {
  const sold = soldItems(order);
  if (order.state !== 'confirmed' || isMoving(order)) return [];
  const moved = new Set(sold.filter((item) => mayReturnMoved(item, now)).map(({ performance }) => performance));
  return sold.every(({ performance }) => moved.has(performance)) && moved.size < 2 ? [] : [...moved];
}

/** The published files of the order's performances. */
export async function performancesOf(
  order: Pick<OrderRecord, 'items'>,
  find: FindPerformance,
  now: number,
): Promise<ReadonlyMap<string, PerformanceFile>> {
  const ids = [...new Set(order.items.map(({ performance }) => performance))];
  const files = await Promise.all(ids.map((id) => find(id, now)));
  return new Map(files.flatMap((file) => (file ? [[file.id, file] as const] : [])));
}

/** As `mayChange`, reading what is published only where it matters. */
export async function fanMayChange(order: OrderRecord, find: FindPerformance, now: number): Promise<FanMay> {
  const paid = order.state === 'confirmed' && order.payment.state === 'captured';
  return fanMay(order, paid ? await performancesOf(order, find, now) : new Map(), now);
}

export function fanMay(order: OrderRecord, performances: ReadonlyMap<string, PerformanceFile>, now: number): FanMay {
  return {
    change: mayChange(order, performances, now),
    giveBack: alone(order, now),
    tickets: returnable(order, performances, now),
  };
}
